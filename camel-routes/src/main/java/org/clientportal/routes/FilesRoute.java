package org.clientportal.routes;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Files of the platform → the mirror, in the background. */
class FilesRoute extends EndpointRouteBuilder {

    private final FetchFiles files;
    private final FlowSettings settings;

    FilesRoute(FetchFiles files, FlowSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from(timer("files")
                        .period(settings.files().toMillis())
                        .delay(settings.files().toMillis()))
                .routeId("files-route")
                .routeConfigurationId(RouteErrors.GO_ON)
                .bean(files, "some");
    }
}
