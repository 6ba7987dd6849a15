package org.clientportal.ports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the identity provider noted about sign-ins. Outward; read for the people concerned, who are shown their own. */
public interface SignInEvents {

    /**
     * Sign-ins that were turned away, oldest first. No word that somebody typed is among it.
     *
     * @param from the earliest, inclusive, to the millisecond
     * @param skip how many to leave out: those of the pages before
     * @param limit the most that are answered; fewer mean that there are no more
     * @throws Logins.LoginsUnavailable when the provider does not answer, or does not let the portal read them
     */
    List<Refusal> refusals(Instant from, int skip, int limit);

    /**
     * A sign-in that was turned away.
     *
     * @param event the provider's id of it
     * @param loginId whose login it was, when the provider knows the login and a wrong password, a wrong code or too many of
     *     them was the reason; else empty
     * @param address from where, as the provider sees it; empty when it does not
     */
    record Refusal(String event, Optional<String> loginId, Instant at, String address) {}
}
