<#ftl output_format="plainText">
${msg("portalResetTitle")}

${msg("portalResetLead")}

${link}

${msg("portalResetUntil", linkExpirationFormatter(linkExpiration))}
${msg("portalResetIgnore")}

-- 
${properties.brandName} ${properties["brandProduct_" + locale.language]!properties["brandProduct_en"]}
${properties.deskPhone}, ${properties["deskHours_" + locale.language]!properties["deskHours_en"]}, ${properties.deskMail}
