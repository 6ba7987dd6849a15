<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("emailLinkIdpTitle")}
<#elseif section == "form">
<p class="lead">${msg("emailLinkIdp1", idpDisplayName)}</p>
<p>${msg("portalLinkElsewhere")}</p>
<p class="submit"><a class="button" href="${url.loginAction}">${msg("portalLinkGoOn")}</a></p>
</#if>
</@layout.registrationLayout>
