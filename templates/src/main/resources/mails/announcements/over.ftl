<#import "/mails/layout/foot.ftl" as f>
<#assign frame = page.frame t = frame.words url = frame.portalUrl + page.writesTickets?string("/tickets/new", "/")>
${t("mail.hello")}

${t("mail.outage-over.lead")}

> ${page.outage}

${t("mail.outage-over.still", frame.brand.desk.phone)}

${page.writesTickets?string(t("mail.outage-over.ticket"), t("mail.outage-over.open"))}: ${url}
<@f.foot frame/>
