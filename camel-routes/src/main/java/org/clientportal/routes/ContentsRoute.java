package org.clientportal.routes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Contents of files → what is known of them: whether they are clean, what their pages look like. */
class ContentsRoute extends EndpointRouteBuilder {

    private final TendContents contents;
    private final FlowSettings settings;

    ContentsRoute(TendContents contents, FlowSettings settings) {
        this.contents = contents;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from(timer("contents")
                        .period(settings.files().toMillis())
                        .delay(settings.files().toMillis()))
                .routeId("contents-route")
                .routeConfigurationId(RouteErrors.GO_ON)
                .bean(contents, "some");
    }
}
