package org.clientportal.demo.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web pages in the same browser away from the agent's side, which has no login: the host must be this
 * machine's (else a foreign name could point here) and the request must not come from another site.
 */
final class SameSite {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Router router;

    SameSite(Router router) {
        this.router = router;
    }

    void on(String method, String path, Router.Answer answer) {
        router.on(method, path, call -> {
            if (isHere(call.header("Host")) && !isForeign(call.header("Sec-Fetch-Site"), call.header("Origin"))) {
                answer.to(call);
            } else {
                call.problem(403, "about:blank", "Forbidden", "This page works on this machine only.");
            }
        });
    }

    private static boolean isHere(@Nullable String host) {
        return host != null && HERE.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static boolean isForeign(@Nullable String fetchSite, @Nullable String origin) {
        if (fetchSite != null) {
            return !fetchSite.equals("same-origin") && !fetchSite.equals("none");
        }
        return origin != null && !isHere(origin.replaceFirst("^https?://", ""));
    }
}
