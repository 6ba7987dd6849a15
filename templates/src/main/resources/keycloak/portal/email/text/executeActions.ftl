<#ftl output_format="plainText">
${msg("portalInviteHello")}

${msg("portalInviteLead")}

${msg("portalInviteLogin")}: ${user.email}

${msg("portalInviteButton")}: ${link}

${msg("portalResetUntil", linkExpirationFormatter(linkExpiration))}
${msg("portalInviteLater")}
${msg("portalInviteIgnore", properties.deskPhone)}

-- 
${properties.brandName} ${properties["brandProduct_" + locale.language]!properties["brandProduct_en"]}
${properties.deskPhone}, ${properties["deskHours_" + locale.language]!properties["deskHours_en"]}, ${properties.deskMail}
