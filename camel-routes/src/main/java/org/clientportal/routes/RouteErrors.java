package org.clientportal.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/** What a route does when something throws. Camel never redelivers: the next wake-up or the schedule comes by itself. */
class RouteErrors extends RouteConfigurationBuilder {

    /** The error is logged once, by route; the flow goes on with its next exchange. */
    static final String GO_ON = "go-on";

    @Override
    public void configuration() {
        routeConfiguration(GO_ON)
                .onException(Exception.class)
                .handled(true)
                .log(
                        LoggingLevel.ERROR,
                        "org.clientportal.routes",
                        "${routeId} failed: ${exception.class.simpleName}: ${exception.message}");
    }
}
