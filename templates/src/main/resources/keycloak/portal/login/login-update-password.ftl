<#import "template.ftl" as layout>
<#import "page.ftl" as page>
<#-- that a password is to be chosen comes as a warning, and is none -->
<#assign asked = message?has_content && message.type == "warning" && !isAppInitiatedAction??>
<@layout.registrationLayout displayMessage=!asked && !messagesPerField.existsError("password", "password-confirm"); section>
<#if section == "header">${msg("updatePasswordTitle")}
<#elseif section == "form">
<#if asked><p class="lead" role="status">${kcSanitize(message.summary)?no_esc}</p></#if>
<form class="form" id="kc-passwd-update-form" action="${url.loginAction}" method="post" data-busy="${msg("portalBusy")}">
<input type="text" name="username" value="${(auth.attemptedUsername)!""}" autocomplete="username" readonly hidden>
<@page.password name="password-new" label=msg("passwordNew") fields="password" autocomplete="new-password" focus=true hint=msg("portalPasswordHint")/>
<@page.password name="password-confirm" label=msg("passwordConfirm") fields="password-confirm" autocomplete="new-password"/>
<label class="check"><input type="checkbox" id="logout-sessions" name="logout-sessions" value="on" checked> ${msg("logoutOtherSessions")}</label>
<div class="submit"><button class="button primary" name="login" type="submit">${msg("portalSavePassword")}</button>
<#if isAppInitiatedAction??><button class="link" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if></div>
</form>
</#if>
</@layout.registrationLayout>
