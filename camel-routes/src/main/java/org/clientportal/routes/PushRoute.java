package org.clientportal.routes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** What people wrote → the platform. A wake-up or the schedule lets a worker look for due lanes. */
class PushRoute extends EndpointRouteBuilder {

    static final String WAKE = "seda:push?size=64&discardWhenFull=true&waitForTaskToComplete=Never";

    private final Push push;
    private final FlowSettings settings;

    PushRoute(Push push, FlowSettings settings) {
        this.push = push;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from(timer("push").period(settings.push().toMillis()).delay(0))
                .routeId("push-schedule")
                .routeConfigurationId(RouteErrors.GO_ON)
                .to(WAKE);
        from(WAKE + "&concurrentConsumers=" + settings.lanes())
                .routeId("push-route")
                .routeConfigurationId(RouteErrors.GO_ON)
                .bean(push, "drain");
    }
}
