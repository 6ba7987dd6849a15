package org.clientportal.routes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** The platform's changes → the mirror. The schedule reads the feed; a webhook only wakes it. */
class PullRoute extends EndpointRouteBuilder {

    static final String WAKE = "seda:pull?size=2&discardWhenFull=true&waitForTaskToComplete=Never";

    private final Pull pull;
    private final FlowSettings settings;

    PullRoute(Pull pull, FlowSettings settings) {
        this.pull = pull;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from(timer("lists").period(settings.catalogue().toMillis()).delay(0))
                .routeId("lists-route")
                .routeConfigurationId(RouteErrors.GO_ON)
                .bean(pull, "lists");
        from(timer("pull").period(settings.pull().toMillis()).delay(0))
                .routeId("pull-schedule")
                .routeConfigurationId(RouteErrors.GO_ON)
                .to(WAKE);
        from(WAKE).routeId("pull-route").routeConfigurationId(RouteErrors.GO_ON).bean(pull, "drain");
    }
}
