<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#assign invited = requiredActions?? && actionUri?has_content && requiredActions?seq_contains("UPDATE_PASSWORD")>
<#if section == "header"><#if invited>${msg("updatePasswordTitle")}<#else><#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${kcSanitize(message.summary)?no_esc}</#if>
</#if>
<#elseif section == "form">
<#if invited><p class="lead" id="kc-info-message">${msg("portalInvited")}</p>
<#elseif messageHeader?? || requiredActions??><p class="lead" id="kc-info-message">${kcSanitize(message.summary)?no_esc}<#if requiredActions??><#list requiredActions>: <b><#items as action>${kcSanitize(msg("requiredAction.${action}"))?no_esc}<#sep>, </#items></b></#list></#if></p></#if>
<#if !skipLink??>
<#if pageRedirectUri?has_content><p class="submit"><a class="button primary" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
<#elseif actionUri?has_content><p class="submit"><a class="button primary" href="${actionUri}">${msg(invited?string("portalInvitedGo", "proceedWithAction"))}</a></p>
<#elseif (client.baseUrl)?has_content><p class="submit"><a class="button primary" href="${client.baseUrl}">${msg("backToApplication")}</a></p></#if>
</#if>
</#if>
</@layout.registrationLayout>
