<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("portalRemoveTitle", credentialLabel)}
<#elseif section == "form">
<p class="lead">${msg("portalRemoveLead")}</p>
<form class="submit" action="${url.loginAction}" method="post" data-busy="${msg("portalBusy")}">
<button class="button primary" name="accept" id="kc-accept" type="submit">${msg("portalRemove")}</button>
<button class="link" type="submit" id="kc-decline" name="cancel-aia" value="true">${msg("doCancel")}</button>
</form>
</#if>
</@layout.registrationLayout>
