package org.clientportal.portal.sso;

import java.net.URI;
import java.util.Locale;
import org.clientportal.ports.SignInProviders.Provider;

/**
 * A provider as the admin API tells it; the secret is Keycloak's alone.
 *
 * @param redirectUri what has to be entered at the provider
 */
record ProviderView(
        String alias,
        String kind,
        String name,
        String pinned,
        URI issuer,
        String clientId,
        boolean trusted,
        String redirectUri) {

    static ProviderView of(Provider provider, URI realm) {
        return new ProviderView(
                provider.alias(),
                provider.kind().name().toLowerCase(Locale.ROOT),
                provider.name(),
                provider.pinned(),
                provider.issuer(),
                provider.clientId(),
                provider.trusted(),
                realm + "/broker/" + provider.alias() + "/endpoint");
    }
}
