package org.clientportal.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.clientportal.itsm.ItsmUnavailable;

/**
 * What a route does when something throws. That the platform or the mailbox does not answer is told by its flow, once.
 * Camel never redelivers: the next wake-up or the schedule comes by itself.
 */
class RouteErrors extends RouteConfigurationBuilder {

    /** The error is logged once, by route; the flow goes on with its next exchange. */
    static final String GO_ON = "go-on";

    @Override
    public void configuration() {
        routeConfiguration(GO_ON)
                .onException(ItsmUnavailable.class, ToldAlready.class)
                .handled(true)
                .end()
                .onException(Exception.class)
                .handled(true)
                .log(
                        LoggingLevel.ERROR,
                        "org.clientportal.routes",
                        "${routeId} failed: ${exception.class.simpleName}: ${exception.message}");
    }
}
