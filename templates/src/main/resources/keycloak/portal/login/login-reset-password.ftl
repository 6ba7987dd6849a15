<#import "template.ftl" as layout>
<#import "page.ftl" as page>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
<#if section == "header">${msg("emailForgotTitle")}
<#elseif section == "form">
<p class="lead">${msg("emailInstruction")}</p>
<form class="form" id="kc-reset-password-form" action="${url.loginAction}" method="post" data-busy="${msg("portalBusy")}">
<div class="field">
<label for="username">${msg("email")}</label>
<@page.wrong fields="username" id="input-error-username"/>
<input class="input" id="username" name="username" type="text" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="username" dir="ltr" autofocus value="${(auth.attemptedUsername)!""}"<#if messagesPerField.existsError("username")> aria-invalid="true" aria-describedby="input-error-username"</#if>>
</div>
<div class="submit"><button class="button primary" type="submit">${msg("portalSendLink")}</button><a href="${url.loginUrl}">${msg("backToLogin")}</a></div>
</form>
</#if>
</@layout.registrationLayout>
