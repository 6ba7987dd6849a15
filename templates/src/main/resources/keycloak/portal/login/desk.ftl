<#-- Whose portal this is and how its service desk is reached. -->
<#function product><#return properties["brandProduct_" + lang]!properties["brandProduct_en"]></#function>
<#function hours><#return properties["deskHours_" + lang]!properties["deskHours_en"]></#function>

<#macro icon path><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg></#macro>

<#macro mark><svg class="mark" viewBox="0 0 28 28" aria-hidden="true"><path fill="currentColor" fill-rule="evenodd" d="M14 2a11 11 0 0 1 11 11v13H3V13A11 11 0 0 1 14 2Zm-5.5 6.3A8 8 0 0 0 6 13v10h2.5ZM11.5 6.3V23h5V6.3a8 8 0 0 0-5 0Zm8 2V23H22V13a8 8 0 0 0-2.5-4.7Z"/></svg></#macro>

<#macro brand><a class="brand" href="<#if properties.portalUrl?has_content>${properties.portalUrl}/<#else>#main</#if>"><@mark/><span class="text"><b>${properties.brandName}</b> <span>${product()}</span></span></a></#macro>

<#macro card><ul class="contact" aria-label="${msg("portalContact")}">
<li><@icon "M8.5 4.5 5.5 5C5 12.5 11.5 19 19 18.5l.5-3-4-2-2 1.5c-2-1-3.5-2.5-4.5-4.5L10.5 8.5Z"/><a href="tel:${properties.deskPhone?replace(" ", "")}">${properties.deskPhone}</a></li>
<li><@icon "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-12.5V12l3 2"/><span>${hours()}</span></li>
<li><@icon "M4 6h16v12H4Zm0 .5 8 6.5 8-6.5"/><a href="mailto:${properties.deskMail}">${properties.deskMail}</a></li>
</ul></#macro>

<#macro side><div class="deep" aria-hidden="true"><p>${msg("portalHello")}</p><p class="big">${msg("portalPromise")}</p>
<svg class="arches" viewBox="0 0 448 300" fill="none" stroke="currentColor"><g stroke-opacity=".22" fill="currentColor" fill-opacity=".07"><path d="M1 300V114a63 63 0 0 1 126 0v186"/><path d="M160 300V90a69 69 0 0 1 138 0v210"/><path d="M330 300V140a58.5 58.5 0 0 1 117 0v160"/></g><g stroke-opacity=".22"><path d="M64 51v249M1 146h126M1 218h126M229 21v279M160 126h138M160 204h138M388.5 82v218M330 172h117M330 236h117"/></g><g stroke="none" fill="#f2c078"><path fill-opacity=".5" d="M1 218h63v82H1z"/><path fill-opacity=".95" d="M229 126h69v78h-69z"/><path fill-opacity=".28" d="M330 172h58.5v64H330z"/></g></svg></div></#macro>

<#macro languages><#if realm.internationalizationEnabled && locale.supported?size gt 1><p class="languages"><#list locale.supported as each><#if each.languageTag != lang><a href="${each.url}" hreflang="${each.languageTag}" lang="${each.languageTag}">${each.label}</a></#if></#list></p></#if></#macro>
