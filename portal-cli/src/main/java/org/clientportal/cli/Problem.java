package org.clientportal.cli;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A refusal of the admin API (RFC 9457).
 *
 * @param reason one of the closed list in {@code docs/admin-api.md}, empty when whatever answered is not the API
 */
record Problem(int status, String reason, String detail) {

    private static final Map<String, Exit> EXITS = Map.ofEntries(
            Map.entry("invalid", Exit.USAGE),
            Map.entry("too-large", Exit.USAGE),
            Map.entry("not-found", Exit.NOT_FOUND),
            Map.entry("ambiguous", Exit.REFUSED),
            Map.entry("no-address", Exit.REFUSED),
            Map.entry("address-shared", Exit.REFUSED),
            Map.entry("address-taken", Exit.REFUSED),
            Map.entry("agent", Exit.REFUSED),
            Map.entry("inactive", Exit.REFUSED),
            Map.entry("not-enabled", Exit.REFUSED),
            Map.entry("administrator", Exit.REFUSED),
            Map.entry("wrong-state", Exit.REFUSED),
            Map.entry("platform-unavailable", Exit.UNAVAILABLE),
            Map.entry("logins-unavailable", Exit.UNAVAILABLE),
            Map.entry("database-unavailable", Exit.UNAVAILABLE),
            Map.entry("mail-unavailable", Exit.UNAVAILABLE));

    static Problem of(byte[] body, HttpStatusCode status, JsonMapper json, Settings settings) {
        try {
            var tree = json.readTree(body);
            var reason = tree.path("reason").asString("");
            if (!reason.isEmpty()) {
                return new Problem(
                        status.value(),
                        reason,
                        tree.path("detail").asString(tree.path("title").asString(reason)));
            }
        } catch (JacksonException e) {
            // not the portal: a proxy's page, or another server behind a wrong address
        }
        return new Problem(
                status.value(),
                "",
                "the server at " + settings.url() + " answers with status " + status.value()
                        + " and no word of the portal; the address is from " + settings.source());
    }

    Failure failure() {
        return new Failure(exit(), detail);
    }

    private Exit exit() {
        var known = EXITS.get(reason);
        if (known != null) {
            return known;
        }
        // a newer portal may know more reasons; a proxy knows none
        return switch (status) {
            case 409 -> Exit.REFUSED;
            case 502, 503, 504 -> Exit.UNAVAILABLE;
            default -> Exit.FAILED;
        };
    }
}
