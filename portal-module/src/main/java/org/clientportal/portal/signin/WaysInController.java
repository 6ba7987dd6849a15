package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Place;
import org.clientportal.ports.Logins;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.clientportal.ports.Logins.WaysIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * How the viewer signs in. The one page that asks Keycloak while it is made, since nobody else knows; outside of a transaction,
 * and without an answer the page says so.
 */
@Controller
class WaysInController {

    static final String PAGE = "/profile/sign-in";

    private static final Logger LOG = LoggerFactory.getLogger(WaysInController.class);

    private final Frames frames;
    private final Logins logins;

    WaysInController(Frames frames, Logins logins) {
        this.frames = frames;
        this.logins = logins;
    }

    @GetMapping(PAGE)
    ModelAndView page(HttpServletRequest request, Viewer viewer) {
        var frame = frames.frame(request, Place.PROFILE).withFlash(AccountActions.said(request));
        return new WaysInPage(
                        frame,
                        viewer.email(),
                        waysIn(login(request))
                                .map(ways -> shown(ways, frame.formats()))
                                .orElse(null))
                .show();
    }

    private Optional<WaysIn> waysIn(String login) {
        try {
            return Optional.of(logins.waysIn(login));
        } catch (LoginsUnavailable silent) {
            LOG.warn("Keycloak does not say how somebody signs in: {}", silent.getMessage());
            return Optional.empty();
        }
    }

    private static WaysInPage.Ways shown(WaysIn ways, Formats formats) {
        return new WaysInPage.Ways(
                ways.passwordSetAt().map(formats::when).orElse(null),
                ways.codes().stream()
                        .map(device -> new WaysInPage.Device(
                                device.name(),
                                formats.when(device.since()),
                                "/profile/second-factor/" + device.id() + "/removal"))
                        .toList(),
                ways.elsewhere().stream()
                        .map(other -> new WaysInPage.Elsewhere(WaysInPage.name(other.alias()), other.account()))
                        .toList());
    }

    private static String login(HttpServletRequest request) {
        if (request.getSession().getAttribute(PortalSession.LOGIN) instanceof String login) {
            return login;
        }
        throw new NotFound();
    }
}
