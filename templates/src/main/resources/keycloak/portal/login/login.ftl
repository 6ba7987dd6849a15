<#import "template.ftl" as layout>
<#import "page.ftl" as page>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "password"); section>
<#if section == "header">${msg("loginAccountTitle")}
<#elseif section == "form" && realm.password>
<#assign providers = (social.providers)![]>
<#if providers?has_content>
<ul class="providers"><#list providers as each><li><a class="button<#if each?is_first> primary</#if>" id="social-${each.alias}" href="${each.loginUrl}">${msg("portalWith", each.displayName!each.alias)}</a></li></#list></ul>
<p class="or">${msg("portalOrPassword")}</p>
</#if>
<form class="form" id="kc-form-login" action="${url.loginAction}" method="post" data-busy="${msg("portalBusy")}">
<#assign wrong = messagesPerField.existsError("username", "password")>
<#if wrong><div class="notice tone-bad" role="alert" id="input-error"><p>${kcSanitize(messagesPerField.getFirstError("username", "password"))?no_esc}</p></div></#if>
<#if !usernameHidden??><div class="field">
<label for="username">${msg("email")}</label>
<input class="input" id="username" name="username" type="text" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="username" dir="ltr" value="${(login.username!"")}"<#if !(login.username!"")?has_content> autofocus</#if><#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>>
</div><#else><p class="lead"><b>${(auth.attemptedUsername)!""}</b> <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("portalOther")}</a></p></#if>
<@page.password name="password" label=msg("password") fields="" autocomplete="current-password" focus=(login.username!"")?has_content/>
<#if realm.rememberMe && !usernameHidden??><label class="check"><input type="checkbox" id="rememberMe" name="rememberMe"<#if login.rememberMe??> checked</#if>> ${msg("rememberMe")}</label></#if>
<input type="hidden" id="id-hidden-input" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
<div class="submit"><button class="button<#if !providers?has_content> primary</#if>" id="kc-login" name="login" type="submit">${msg("doLogIn")}</button><#if realm.resetPasswordAllowed><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></#if></div>
</form>
</#if>
</@layout.registrationLayout>
