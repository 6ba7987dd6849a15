<#import "/mails/layout/foot.ftl" as f>
<#import "/components/tickets.ftlh" as tickets>
<#assign frame = page.frame t = frame.words kind = page.kind.key()>
${t("mail.ticket." + kind + ".title")}

<#if page.standsFor??>${t("mail.stands-for")}: ${page.standsFor}

</#if>${t(page.lead())}
<#if page.quote??>

<#list page.quote.text?split("\n") as line>> ${line}
</#list></#if>
<#if page.fileCount gt 0>
${t("mail.files", page.fileCount)}
</#if>

${t("mail.number")}: ${page.number} · ${page.ticket}
${t("mail.state")}: ${tickets.label(t, page.state)}
<#if kind == "solved" || kind == "closing">

${t("mail.ticket.solved.yes")}: ${page.url}#move
${t("mail.ticket.solved.no")}: ${page.url}#move
<#else>
${t("mail.open")}: ${page.url}
</#if>

${t(page.canReply?string("mail.reply-here", "mail.no-reply"))}
<@f.foot frame/>
