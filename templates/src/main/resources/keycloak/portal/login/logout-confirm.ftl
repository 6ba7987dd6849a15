<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section == "header">${msg("logoutConfirmTitle")}
<#elseif section == "form">
<p class="lead">${msg("logoutConfirmHeader")}</p>
<form class="submit" action="${url.logoutConfirmAction}" method="post">
<input type="hidden" name="session_code" value="${logoutConfirm.code}">
<button class="button primary" name="confirmLogout" id="kc-logout" type="submit">${msg("doLogout")}</button>
<#if !logoutConfirm.skipLink && (client.baseUrl)?has_content><a href="${client.baseUrl}">${msg("backToApplication")}</a></#if>
</form>
</#if>
</@layout.registrationLayout>
