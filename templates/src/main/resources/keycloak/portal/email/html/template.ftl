<#macro emailLayout>
<#local language = locale.language product = properties["brandProduct_" + locale.language]!properties["brandProduct_en"]>
<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${properties.brandName} ${product}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></head>
<body style="margin:0;padding:0;background:#f4f6f6">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f6f6"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#fefefe;border:1px solid #d9dfe1;border-radius:12px;font:16px/24px -apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#1a2122">
<tr><td style="padding:24px 24px 0;font-size:18px"><b>${properties.brandName}</b> <span style="color:#545d5f">${product}</span></td></tr>
<tr><td style="padding:16px 24px 24px"><#nested></td></tr>
<tr><td style="padding:16px 24px;border-top:1px solid #d9dfe1;font-size:13px;line-height:20px;color:#545d5f">${properties.deskPhone} · ${properties["deskHours_" + language]!properties["deskHours_en"]} · ${properties.deskMail}</td></tr>
</table>
</td></tr></table>
</body>
</html>
</#macro>
