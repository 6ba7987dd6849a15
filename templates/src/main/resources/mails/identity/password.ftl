<#import "/mails/layout/foot.ftl" as f>
<#assign frame = page.frame t = frame.words kind = page.kind.key()>
${t("mail.hello")}

${t("mail.password." + kind + ".lead")}

${t("mail.password.login")}: ${page.login}
${t("mail.password.password")}: ${page.password}

${t("mail.password.sign-in")}: ${page.signInUrl}

${t("mail.password." + page.temporary?string("temporary", "lasting"))}
${t("mail.password.not-you", frame.brand.desk.phone)}
<@f.foot frame/>
