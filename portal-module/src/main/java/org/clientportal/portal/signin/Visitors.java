package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.web.Counted;
import org.clientportal.portal.web.Place;
import org.clientportal.portal.web.Visitor;
import org.clientportal.portal.web.VisitorSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** For whom a page is drawn: the viewer, somebody signed in without access, a visitor who reads, or a stranger. */
@Component
class Visitors implements VisitorSource {

    private final ViewerDefaults defaults;

    Visitors(ViewerDefaults defaults) {
        this.defaults = defaults;
    }

    @Override
    public Visitor of(HttpServletRequest request) {
        var viewer = ViewerFilter.viewerOf(request);
        if (viewer.isPresent()) {
            return viewer.get().isVisitor() ? reader(viewer.get()) : visitor(viewer.get());
        }
        var language = Languages.of(request);
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Visitor.withoutAccess(signedIn.displayName(), language, defaults.timeZone())
                : Visitor.stranger(language, defaults.timeZone());
    }

    private static Visitor reader(Viewer viewer) {
        return Visitor.reader(viewer.language(), viewer.zone(), List.of(Place.KNOWLEDGE));
    }

    private static Visitor visitor(Viewer viewer) {
        return Visitor.signedIn(viewer.person(), viewer.name(), viewer.language(), viewer.zone(), places(viewer))
                .seenBy(viewer.seenBy())
                .withUnread(viewer.has(Feature.TICKETS) ? Counted.upTo(Viewer.COUNTED, viewer.unread()) : null);
    }

    private static List<Place> places(Viewer viewer) {
        return Arrays.stream(Place.values())
                .filter(place -> switch (place) {
                    case HOME, PROFILE -> true;
                    case KNOWLEDGE -> viewer.has(Feature.KNOWLEDGE);
                    case TICKETS -> viewer.has(Feature.TICKETS);
                    case ASSETS -> viewer.has(Feature.ASSETS);
                    case DOCUMENTS -> viewer.has(Feature.DOCUMENTS);
                    case NOTES -> viewer.has(Feature.NOTES);
                })
                .toList();
    }
}
