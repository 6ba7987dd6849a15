package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** To Keycloak's page for a new password, and back to the profile. */
@Controller
class PasswordController {

    @GetMapping("/profile/password")
    String password(HttpServletRequest request, Viewer viewer) {
        var session = request.getSession();
        session.setAttribute(SignInRequests.ACTION, "UPDATE_PASSWORD");
        session.setAttribute(SignInSuccess.THEN, "/profile");
        return "redirect:/oauth2/authorization/" + SignInConfiguration.REGISTRATION;
    }
}
