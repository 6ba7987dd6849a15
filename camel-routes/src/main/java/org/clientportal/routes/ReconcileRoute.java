package org.clientportal.routes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** The platform, all of it and slowly → the mirror, for what the feed missed. */
class ReconcileRoute extends EndpointRouteBuilder {

    private final Reconcile reconcile;
    private final FlowSettings settings;

    ReconcileRoute(Reconcile reconcile, FlowSettings settings) {
        this.reconcile = reconcile;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from(timer("reconcile")
                        .period(settings.reconcilePause().toMillis())
                        .delay(settings.reconcilePause().toMillis()))
                .routeId("reconcile-route")
                .routeConfigurationId(RouteErrors.GO_ON)
                .bean(reconcile, "step");
    }
}
