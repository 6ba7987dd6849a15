<#import "/mails/layout/foot.ftl" as f>
<#assign frame = page.frame t = frame.words>
${t("mail.access-request.lead")}

${t("access-request.name")}: ${page.name}
${t("access-request.email")}: ${page.email}
<#if page.note?has_content>
${page.note}

</#if>
${t("mail.access-request.unproven")}
${t("mail.access-request.open")}: ${frame.portalUrl}/
<@f.foot frame/>
