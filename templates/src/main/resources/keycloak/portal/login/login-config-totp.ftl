<#import "template.ftl" as layout>
<#import "page.ftl" as page>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
<#if section == "header">${msg("loginTotpTitle")}
<#elseif section == "form">
<p class="lead">${msg("portalTotpLead")}</p>
<ol class="steps">
<li>${msg("portalTotpApp")}</li>
<li><#if mode?? && mode == "manual">${msg("portalTotpKey")}<br><code id="kc-totp-secret-key">${totp.totpSecretEncoded}</code><br><a href="${totp.qrUrl}" id="mode-barcode">${msg("portalTotpPicture")}</a>
<#else>${msg("portalTotpScan")}<br><img id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("portalTotpAlt")}" width="246" height="246"><br><a href="${totp.manualUrl}" id="mode-manual">${msg("portalTotpNoCamera")}</a></#if></li>
<li>${msg("portalTotpEnter")}</li>
</ol>
<form class="form" id="kc-totp-settings-form" action="${url.loginAction}" method="post" data-busy="${msg("portalBusy")}">
<input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}"><#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
<@page.code name="totp" label=msg("loginOtpOneTime")/>
<input type="hidden" id="userLabel" name="userLabel" value="${msg("portalTotpName")}">
<div class="submit"><button class="button primary" id="saveTOTPBtn" type="submit">${msg("doSubmit")}</button><#if isAppInitiatedAction??><button class="link" type="submit" id="cancelTOTPBtn" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if></div>
</form>
</#if>
</@layout.registrationLayout>
