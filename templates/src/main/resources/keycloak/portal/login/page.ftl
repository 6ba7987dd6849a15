<#-- Small parts of the sign-in pages. -->

<#-- Keycloak's own watch over other tabs: the page goes on by itself when somebody has signed in there. -->
<#macro watch><#if (url.ssoLoginInOtherTabsUrl)??>
<script type="module">
<#outputformat "JavaScript">
import { startSessionPolling<#if authenticationSession??>, checkAuthSession</#if> } from ${(url.resourcesPath + "/js/authChecker.js")?c};
startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
<#if authenticationSession??>checkAuthSession(${authenticationSession.authSessionIdHash?c});</#if>
</#outputformat>
</script></#if></#macro>

<#macro wrong fields id><#if messagesPerField.existsError(fields)><p class="wrong" id="${id}" role="alert"><span>${kcSanitize(messagesPerField.getFirstError(fields))?no_esc}</span></p></#if></#macro>

<#macro password name label fields autocomplete focus=false hint="">
<div class="field">
<label for="${name}">${label}</label>
<#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
<#if fields?has_content><@wrong fields name + "-wrong"/></#if>
<div class="secret"><input class="input" id="${name}" name="${name}" type="password" autocomplete="${autocomplete}"<#if focus> autofocus</#if><#if fields?has_content && messagesPerField.existsError(fields)> aria-invalid="true" aria-describedby="${name}-wrong"<#elseif hint?has_content> aria-describedby="${name}-hint"</#if>><button class="link show" type="button" aria-controls="${name}" data-show="${msg("portalShow")}" data-hide="${msg("portalHide")}" aria-label="${msg("showPassword")}">${msg("portalShow")}</button></div>
</div>
</#macro>

<#macro code name label>
<div class="field">
<label for="${name}">${label}</label>
<@wrong fields="totp" id=name + "-wrong"/>
<input class="input" id="${name}" name="${name}" type="text" inputmode="numeric" autocomplete="one-time-code" dir="ltr" autofocus<#if messagesPerField.existsError("totp")> aria-invalid="true" aria-describedby="${name}-wrong"</#if>>
</div>
</#macro>
