<#import "template.ftl" as layout>
<@layout.emailLayout>
<h1 style="margin:0 0 12px;font-size:24px;line-height:31px">${msg("portalInviteTitle")}</h1>
<p style="margin:0 0 8px">${msg("portalInviteHello")}</p>
<p style="margin:0 0 12px">${msg("portalInviteLead")}</p>
<p style="margin:0 0 20px"><span style="color:#545d5f">${msg("portalInviteLogin")}</span> &nbsp;<b>${user.email}</b></p>
<table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="background:#1f3f47;border-radius:8px"><a href="${link}" style="display:inline-block;padding:12px 20px;color:#fdfdfd;font-weight:600;text-decoration:none">${msg("portalInviteButton")}</a></td></tr></table>
<p style="margin:20px 0 0">${msg("portalResetUntil", linkExpirationFormatter(linkExpiration))} ${msg("portalInviteLater")}</p>
<p style="margin:12px 0 0;color:#545d5f">${msg("portalInviteIgnore", properties.deskPhone?replace(" ", "\xA0"))}</p>
</@layout.emailLayout>
