package org.clientportal.portal.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Messages;

/** The language of a request: the viewer's, else what was chosen here before, else what the browser asks for. */
final class Languages {

    static final String COOKIE = "portal_language";

    private Languages() {}

    static String of(HttpServletRequest request) {
        return ViewerFilter.viewerOf(request)
                .map(Viewer::language)
                .or(() -> chosen(request))
                .orElseGet(() -> asked(request));
    }

    private static Optional<String> chosen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(Messages.LANGUAGES::contains)
                .findFirst();
    }

    private static String asked(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(locale -> locale.getLanguage())
                .filter(Messages.LANGUAGES::contains)
                .findFirst()
                .orElse("en");
    }
}
