package org.clientportal.routes;

import java.util.Locale;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.clientportal.ports.Outbox.Destination;

/** Outbox rows → Keycloak, outbox rows → mail server. */
class LocalWorkRoute extends EndpointRouteBuilder {

    private final LocalWork work;
    private final Destination destination;
    private final FlowSettings settings;

    LocalWorkRoute(LocalWork work, Destination destination, FlowSettings settings) {
        this.work = work;
        this.destination = destination;
        this.settings = settings;
    }

    static String wake(Destination destination) {
        return "seda:" + name(destination) + "?size=64&discardWhenFull=true&waitForTaskToComplete=Never";
    }

    @Override
    public void configure() {
        from(timer(name(destination)).period(settings.push().toMillis()).delay(0))
                .routeId(name(destination) + "-schedule")
                .routeConfigurationId(RouteErrors.GO_ON)
                .to(wake(destination));
        from(wake(destination) + "&concurrentConsumers=" + lanes())
                .routeId(name(destination) + "-route")
                .routeConfigurationId(RouteErrors.GO_ON)
                .bean(work, "drain");
    }

    /** Making a login is mostly waiting, for Keycloak, the disk and the mail; a mail server likes few at once. */
    private int lanes() {
        return destination == Destination.LOGINS ? settings.lanes() : 2;
    }

    private static String name(Destination destination) {
        return destination.name().toLowerCase(Locale.ROOT);
    }
}
