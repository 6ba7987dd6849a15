package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * To Keycloak's pages for what is the login's own business, and back to the profile with a word on what happened
 * (application-initiated actions, Keycloak 26: {@code kc_action} there, {@code kc_action_status} on the way back).
 */
@Controller
class AccountActions {

    private static final Set<String> STATUSES = Set.of("success", "cancelled", "error");
    private static final String DONE = "done";
    private static final String HOW = "how";

    /** What can be done there; the name in an address is lower-hyphen. */
    private enum Action {
        PASSWORD("UPDATE_PASSWORD"),
        SECOND_FACTOR("CONFIGURE_TOTP"),
        /** Of one device; Keycloak removes nobody else's, asks again, and wants the password when it was given long ago. */
        SECOND_FACTOR_REMOVAL("delete_credential");

        private final String keycloaks;

        Action(String keycloaks) {
            this.keycloaks = keycloaks;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping("/profile/password")
    String password(HttpServletRequest request, Viewer viewer) {
        return toKeycloak(request, Action.PASSWORD, Action.PASSWORD.keycloaks);
    }

    @GetMapping("/profile/second-factor")
    String secondFactor(HttpServletRequest request, Viewer viewer) {
        return toKeycloak(request, Action.SECOND_FACTOR, Action.SECOND_FACTOR.keycloaks);
    }

    @GetMapping("/profile/second-factor/{device}/removal")
    String removal(HttpServletRequest request, Viewer viewer, @PathVariable UUID device) {
        var action = Action.SECOND_FACTOR_REMOVAL;
        return toKeycloak(request, action, action.keycloaks + ":" + device);
    }

    private static String toKeycloak(HttpServletRequest request, Action action, String asked) {
        var session = request.getSession();
        session.setAttribute(SignInRequests.ACTION, asked);
        session.setAttribute(SignInSuccess.THEN, WaysInController.PAGE + "?" + DONE + "=" + action.word());
        return "redirect:/oauth2/authorization/" + SignInConfiguration.REGISTRATION;
    }

    /** What Keycloak says became of the action, for the address that the person comes back to; empty when it says nothing. */
    static String saidBy(HttpServletRequest callback) {
        var status = callback.getParameter("kc_action_status");
        return status != null && STATUSES.contains(status) ? "&" + HOW + "=" + status : "";
    }

    /** The same in words; null when the person does not come from there. */
    static @Nullable Flash said(HttpServletRequest request) {
        var how = request.getParameter(HOW);
        for (var action : Action.values()) {
            if (action.word().equals(request.getParameter(DONE)) && how != null && STATUSES.contains(how)) {
                var key = "ways-in." + action.word() + "." + how;
                return switch (how) {
                    case "success" -> Flash.done(key);
                    case "cancelled" -> Flash.note(key);
                    default -> Flash.failed(key);
                };
            }
        }
        return null;
    }
}
