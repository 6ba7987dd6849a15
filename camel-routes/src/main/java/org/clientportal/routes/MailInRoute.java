package org.clientportal.routes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.clientportal.ports.Leadership;

/** Mailbox → stored raw messages → what becomes of them. Two schedules, so that neither waits for the other. */
class MailInRoute extends EndpointRouteBuilder {

    private final MailInMailbox mailbox;
    private final MailInWork work;
    private final MailInSettings settings;
    private final Leadership leadership;

    MailInRoute(MailInMailbox mailbox, MailInWork work, MailInSettings settings, Leadership leadership) {
        this.mailbox = mailbox;
        this.work = work;
        this.settings = settings;
        this.leadership = leadership;
    }

    @Override
    public void configure() {
        from(timer("mail-in").period(settings.interval().toMillis()).delay(0))
                .routeId("mail-in-route")
                .routeConfigurationId(RouteErrors.GO_ON)
                .filter(exchange -> leadership.leads("mail-in"))
                .bean(mailbox, "pollForRoute");
        from(timer("mail-in-work").period(1_000).delay(500))
                .routeId("mail-in-work-route")
                .routeConfigurationId(RouteErrors.GO_ON)
                .bean(work, "drain");
    }
}
