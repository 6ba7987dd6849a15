package org.clientportal.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.clientportal.portal.branding.Brands;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Builds the frame of a page for whoever looks at it. */
@Component
public final class Frames {

    private final Brands brands;
    private final Messages messages;
    private final Assets assets;
    private final Clock clock;
    private final VisitorSource visitors;
    private final Strip strip;

    Frames(Brands brands, Messages messages, Assets assets, Clock clock, VisitorSource visitors, Strip strip) {
        this.brands = brands;
        this.messages = messages;
        this.assets = assets;
        this.clock = clock;
        this.visitors = visitors;
        this.strip = strip;
    }

    /**
     * The frame of a page.
     *
     * @param place where in the navigation the page stands; null when nowhere
     */
    public Frame frame(HttpServletRequest request, @Nullable Place place) {
        var visitor = visitors.of(request);
        var language = visitor.language();
        var words = messages.in(language);
        return new Frame(
                language,
                words,
                Formats.of(words, language, visitor.zone(), clock.instant()),
                brands.brand(language),
                assets.urls(),
                viewer(visitor),
                visitor.places().stream()
                        .map(each -> new Frame.NavigationItem(each, each == place))
                        .toList(),
                // a token would begin a session
                visitor.isReader() ? null : csrf(request),
                null,
                otherLanguage(request, language),
                visitor.isReader() ? List.of() : strip.lines(language),
                visitor.name() != null && !visitor.places().isEmpty(),
                visitor.unread(),
                visitor.isReader() ? signInUrl(request) : null);
    }

    /** First letters of the first and the last name: {@code AW}. */
    public static String initials(String name) {
        var first = -1;
        var last = -1;
        for (int place = 0; place < name.length(); place += Character.charCount(name.codePointAt(place))) {
            var begins = place == 0 || Character.isWhitespace(name.codePointBefore(place));
            if (begins && Character.isLetter(name.codePointAt(place))) {
                first = first < 0 ? place : first;
                last = place;
            }
        }
        if (first < 0) {
            return "?";
        }
        var initials = new StringBuilder().appendCodePoint(Character.toUpperCase(name.codePointAt(first)));
        return last == first
                ? initials.toString()
                : initials.appendCodePoint(Character.toUpperCase(name.codePointAt(last)))
                        .toString();
    }

    private static Frame.@Nullable ViewerView viewer(Visitor visitor) {
        var name = visitor.name();
        return name == null ? null : new Frame.ViewerView(visitor.person(), name, initials(name), visitor.seenBy());
    }

    private static Frame.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : null;
    }

    /** By way of signing in, back to the page that was asked for. */
    private static String signInUrl(HttpServletRequest request) {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed;
        var query = request.getQueryString();
        return "/sign-in?to=" + URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
    }

    private static Frame.LanguageLink otherLanguage(HttpServletRequest request, String language) {
        var other = language.equals("pl") ? "en" : "pl";
        return new Frame.LanguageLink(other, "/language?to=" + other);
    }
}
