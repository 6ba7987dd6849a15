package org.clientportal.portal.signin;

import java.util.List;
import java.util.Locale;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * How the viewer signs in, and what of it can be changed.
 *
 * @param email the login
 * @param ways null while Keycloak does not say
 */
public record WaysInPage(
        Frame frame, String email, @Nullable Ways ways) implements Page {

    /**
     * What Keycloak says.
     *
     * @param passwordSet when; null without a password
     * @param devices that make codes
     */
    public record Ways(@Nullable WhenView passwordSet, List<Device> devices, List<Elsewhere> elsewhere) {

        public Ways {
            devices = List.copyOf(devices);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /**
     * A device that makes codes.
     *
     * @param name may be empty
     * @param removeUrl where it is taken away after asking
     */
    public record Device(String name, WhenView since, String removeUrl) {}

    /** Another provider that vouches for the login, by the name people know. */
    public record Elsewhere(String name, String account) {}

    /** The name people know a provider by: {@code microsoft} is Microsoft. */
    static String name(String alias) {
        return alias.isEmpty() ? alias : alias.substring(0, 1).toUpperCase(Locale.ROOT) + alias.substring(1);
    }

    @Override
    public String template() {
        return "pages/session/ways-in";
    }
}
