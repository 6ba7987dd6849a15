package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Preferences;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.web.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The link to the same page in the other language. */
@Controller
class LanguageController {

    private final Preferences preferences;
    private final PortalAddress address;

    LanguageController(Preferences preferences, PortalAddress address) {
        this.preferences = preferences;
        this.address = address;
    }

    @GetMapping("/language")
    String language(@RequestParam String to, HttpServletRequest request, HttpServletResponse response) {
        if (Messages.LANGUAGES.contains(to)) {
            CurrentViewer.get().ifPresent(viewer -> preferences.setLanguage(viewer, to));
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(Languages.COOKIE, to)
                            .httpOnly(true)
                            .secure("https".equals(address.url().getScheme()))
                            .sameSite("Lax")
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
        }
        return "redirect:" + cameFrom(request);
    }

    /** The local part of the page the link stood on; never another host. */
    private static String cameFrom(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .map(LanguageController::parsed)
                .filter(from -> request.getServerName().equals(from.getHost()))
                .map(from -> from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()))
                .filter(path -> path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/language"))
                .orElse("/");
    }

    private static URI parsed(String referer) {
        try {
            return URI.create(referer);
        } catch (IllegalArgumentException garbled) {
            return URI.create("/");
        }
    }
}
