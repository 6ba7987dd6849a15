<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section == "header">${msg("pageExpiredTitle")}
<#elseif section == "form">
<p class="lead">${msg("portalExpired")}</p>
<p class="submit"><a class="button primary" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("portalRestart")}</a><a id="loginContinueLink" href="${url.loginAction}">${msg("portalContinue")}</a></p>
</#if>
</@layout.registrationLayout>
