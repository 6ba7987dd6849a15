<#import "/mails/layout/foot.ftl" as f>
<#import "/components/tickets.ftlh" as tickets>
<#assign frame = page.frame t = frame.words>
${t("mail.digest.title")}

${t("mail.digest.lead", page.count())}
<#list page.tickets as ticket>

${ticket.subject}
${ticket.number} · ${tickets.label(t, ticket.state)}<#if ticket.standsFor??> · ${t("notifications.stands-for", ticket.standsFor)}</#if>
<#if ticket.earlier gt 0>${t("mail.digest.earlier", ticket.earlier)}
</#if><#list ticket.lines as line>- ${t(line.what)} · ${line.at}
<#if line.quote??>  > ${line.quote}
</#if></#list>${ticket.url}
</#list>
<#if page.further gt 0>

${t("mail.digest.further", page.further)}
</#if>

${t("mail.digest.open")}: ${page.url}

${t("mail.no-reply")}
<@f.foot frame/>
