<#-- The frame of every sign-in page; its signature is that of Keycloak's base theme, so that pages we do not draw fit in too. -->
<#import "desk.ftl" as desk>
<#import "page.ftl" as page>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title><#nested "header"> – ${properties.brandName} ${desk.product()}</title>
<link rel="preload" href="${url.resourcesPath}/css/portal-sans.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${url.resourcesPath}/css/portal.css">
<link rel="stylesheet" href="${url.resourcesPath}/css/sign-in.css">
<#if properties.portalUrl?has_content><link rel="stylesheet" href="${properties.portalUrl}/brand/current.css"></#if>
<link rel="icon" href="${url.resourcesPath}/css/icon.svg" type="image/svg+xml">
<#if scripts??><#list scripts as script><script src="${script}"></script></#list></#if>
<script type="module" src="${url.resourcesPath}/js/sign-in.js"></script>
<@page.watch/>
</head>
<body class="sign-in" data-page-id="login-${pageId}">
<a class="skip" href="#main">${msg("portalSkip")}</a>
<@desk.side/>
<div class="sheet">
<main id="main" tabindex="-1">
<@desk.brand/>
<h1 id="kc-page-title"><#nested "header"></h1>
<#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
<#local tones = {"success": "ok", "warning": "attn", "error": "bad"}>
<div class="notice tone-${tones[message.type]!"info"}" role="<#if message.type == "error">alert<#else>status</#if>"><p>${kcSanitize(message.summary)?no_esc}</p></div>
</#if>
<#nested "form">
<#nested "socialProviders">
<#if displayInfo><div class="more"><#nested "info"></div></#if>
</main>
<footer class="signfoot"><@desk.card/><@desk.languages/></footer>
</div>
</body>
</html>
</#macro>
