<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("portalStrangerTitle")}
<#elseif section == "form">
<p class="lead"><#if portalAddress?has_content>${msg("portalStrangerLead", portalProvider, portalAddress)}<#else>${msg("portalStrangerNobody", portalProvider)}</#if></p>
<p>${msg("portalStrangerAsk")}</p>
<p class="submit"><#if properties.portalUrl?has_content><a class="button primary" href="${properties.portalUrl}/access-request">${msg("portalStrangerRequest")}</a></#if><a href="${url.loginRestartFlowUrl}">${msg("portalStrangerOther")}</a></p>
</#if>
</@layout.registrationLayout>
