<#ftl output_format="plainText">
${msg("portalLinkTitle", identityProviderDisplayName)}

${msg("portalLinkLead", identityProviderDisplayName)}

${link}

${msg("portalResetUntil", linkExpirationFormatter(linkExpiration))}
${msg("portalLinkIgnore")}

-- 
${properties.brandName} ${properties["brandProduct_" + locale.language]!properties["brandProduct_en"]}
${properties.deskPhone}, ${properties["deskHours_" + locale.language]!properties["deskHours_en"]}, ${properties.deskMail}
