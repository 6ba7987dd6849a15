<#macro foot frame><#local t = frame.words>

-- 
${t(frame.reason)}
${frame.brand.firm}
${frame.brand.desk.phone}, ${frame.brand.desk.hours}, ${frame.brand.desk.mail}
</#macro>
