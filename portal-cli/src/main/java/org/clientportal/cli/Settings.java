package org.clientportal.cli;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the portal is and who asks.
 *
 * @param url the portal's address, without a path
 * @param clientId client at the portal's Keycloak realm whose service account has the role {@code portal-admin}
 * @param tokenUrl the realm's token endpoint; empty to ask the portal for it
 * @param source where these were found, for messages
 */
record Settings(URI url, String clientId, String clientSecret, Optional<URI> tokenUrl, String source) {

    Settings {
        requireAddress("url", url);
        tokenUrl.ifPresent(address -> requireAddress("token-url", address));
    }

    /** Whether the client secret may travel to an address: never in the clear beyond this machine. */
    static boolean safeForSecrets(URI address) {
        var host = address.getHost();
        return "https".equals(address.getScheme())
                || "localhost".equals(host)
                || "[::1]".equals(host)
                || host.startsWith("127.");
    }

    private static void requireAddress(String key, URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            throw new Failure(
                    Exit.FAILED,
                    "the setting " + key + " is '" + address
                            + "', it should be an address such as https://portal.example.com");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Settings[" + url + ", " + clientId + ", from " + source + "]";
    }
}
