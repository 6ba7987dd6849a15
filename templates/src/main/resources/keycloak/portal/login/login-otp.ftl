<#import "template.ftl" as layout>
<#import "page.ftl" as page>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
<#if section == "header">${msg("portalCodeTitle")}
<#elseif section == "form">
<form class="form" id="kc-otp-login-form" action="${url.loginAction}" method="post" data-busy="${msg("portalBusy")}">
<#if otpLogin.userOtpCredentials?size gt 1><fieldset class="field"><legend>${msg("portalCodeWhich")}</legend>
<#list otpLogin.userOtpCredentials as each><label class="check"><input type="radio" name="selectedCredentialId" value="${each.id}"<#if each.id == otpLogin.selectedCredentialId> checked</#if>> ${each.userLabel}</label></#list></fieldset></#if>
<@page.code name="otp" label=msg("loginOtpOneTime")/>
<div class="submit"><button class="button primary" id="kc-login" name="login" type="submit">${msg("doLogIn")}</button></div>
</form>
</#if>
</@layout.registrationLayout>
