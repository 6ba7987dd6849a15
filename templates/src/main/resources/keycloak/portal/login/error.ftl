<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("errorTitle")}
<#elseif section == "form">
<p class="lead" id="kc-error-message">${kcSanitize(message.summary)?no_esc}</p>
<#if traceId??><p class="small quiet" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
<#if !skipLink??><#if (client.baseUrl)?has_content><p class="submit"><a class="button primary" id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p><#elseif properties.portalUrl?has_content><p class="submit"><a class="button primary" href="${properties.portalUrl}/">${msg("backToApplication")}</a></p></#if></#if>
</#if>
</@layout.registrationLayout>
