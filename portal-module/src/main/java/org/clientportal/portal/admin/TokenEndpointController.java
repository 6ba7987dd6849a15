package org.clientportal.portal.admin;

import org.clientportal.portal.access.SignInSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells tools where they get a token; the one address that is open. */
@RestController
class TokenEndpointController {

    private final SignInSettings settings;

    TokenEndpointController(SignInSettings settings) {
        this.settings = settings;
    }

    /** Where to take a token by client credentials (RFC 6749 section 4.4). */
    record TokenEndpoint(String tokenEndpoint) {}

    @GetMapping("/admin/api/v1/token-endpoint")
    TokenEndpoint tokenEndpoint() {
        return new TokenEndpoint(settings.issuer() + "/protocol/openid-connect/token");
    }
}
