package org.clientportal.ports;

import java.net.URI;
import java.util.List;
import org.clientportal.itsm.Check;

/** Other places where people prove who they are, beside the password. Outward; implemented over Keycloak's brokering. */
public interface SignInProviders {

    List<Provider> list();

    /**
     * Sets one up, or sets it up anew. The provider is asked first: one that does not answer, or refuses the client, is not
     * taken.
     *
     * @param secret of our client at the provider; kept by Keycloak only
     */
    Provider add(Wish wish, String secret);

    /** Takes one away, with the links of all people to it. */
    void remove(String alias);

    /** Whether it answers and is still set up as it was. */
    Check check(String alias);

    /** Takes away the links of one login, so that the next sign-in through a provider links anew; tells how many. */
    int unlink(String loginId);

    /** The kinds of provider, by what is pinned. */
    enum Kind {
        /** One tenant of Microsoft Entra ID. */
        MICROSOFT,
        /** One domain of Google Workspace. */
        GOOGLE,
        /** Anything else that speaks OpenID Connect, by its issuer. */
        OIDC
    }

    /**
     * What is wished for.
     *
     * @param alias short name, part of the address that the provider sends people back to
     * @param name what stands on the button
     * @param pinned the tenant's id, the domain, or the issuer
     * @param clientId our client at the provider
     * @param trusted whether its word about an address is enough to link a person; else a mail confirms it
     */
    record Wish(Kind kind, String alias, String name, String pinned, String clientId, boolean trusted) {}

    /** One that is set up. */
    record Provider(
            Kind kind, String alias, String name, String pinned, URI issuer, String clientId, boolean trusted) {}

    /** There is no such provider, or it is not one of ours. */
    class NoSuchProvider extends RuntimeException {
        public NoSuchProvider(String alias) {
            super("there is no provider " + alias + " that the portal set up");
        }
    }

    /** What is wished for cannot be. The message says why. */
    class WishRefused extends RuntimeException {
        public WishRefused(String message) {
            super(message);
        }
    }
}
