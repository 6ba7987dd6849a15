<#import "/mails/layout/foot.ftl" as f>
<#assign frame = page.frame t = frame.words>
${t("mail.hello")}

${t("mail.address.lead")}

${t("mail.address.former")}: ${page.former}
${t("mail.address.login")}: ${page.login}

${t("mail.password.sign-in")}: ${frame.portalUrl}/

${t("mail.address.same")}
${t("mail.address.not-you", frame.brand.desk.phone)}
<@f.foot frame/>
