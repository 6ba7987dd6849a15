<#macro foot frame><#local t = frame.words>

-- 
${t(frame.reason)}
<#if frame.settingsUrl??>${t("mail.settings")}: ${frame.settingsUrl}
</#if>${frame.brand.firm}
${frame.brand.desk.phone}, ${frame.brand.desk.hours}, ${frame.brand.desk.mail}
</#macro>
