package org.clientportal.portal.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.conversation.Forms;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A form arrived that cannot be taken: its token is stale, or its session has ended. What was typed is kept: for a viewer as
 * a draft shown again at once, otherwise under a random cookie, given back after sign-in to the same person only.
 */
@Component
class LostForms implements AccessDeniedHandler {

    static final String COOKIE = "portal_rescue";
    static final Duration KEPT_FOR = Duration.ofMinutes(30);

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Forms forms;

    LostForms(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var page = forms.pageFor(request.getRequestURI());
        var viewer = CurrentViewer.get();
        if (viewer.isPresent() && page.isPresent()) {
            var kept = forms.keep(viewer.get(), page.get(), request);
            response.sendRedirect(page.get() + "?draft=" + kept.draft().getId() + "&stale");
        } else if (viewer.isPresent()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(rescued(page, request, response) ? "/signed-out?text" : "/signed-out?ended");
        }
    }

    private boolean rescued(Optional<String> page, HttpServletRequest request, HttpServletResponse response) {
        if (page.isEmpty()) {
            return false;
        }
        var random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (!forms.rescue(page.get(), request, hash(token))) {
            return false;
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, token, KEPT_FOR));
        return true;
    }

    static Optional<String> tokenOf(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .map(LostForms::hash)
                        .findFirst();
    }

    static String cookie(HttpServletRequest request, String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
