package org.clientportal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.clientportal.itsm.ItsmUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of a route are counted by how they went, also when the error policy lets the route go on. */
class FlowMetricsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private RuntimeException failure;

    @BeforeEach
    void aRoute() throws Exception {
        camel.addRoutePolicyFactory(new FlowMetrics(meters, Clock.fixed(NOON, ZoneOffset.UTC)));
        camel.addRoutes(new RouteErrors());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in")
                        .routeId("some-route")
                        .routeConfigurationId(RouteErrors.GO_ON)
                        .process(exchange -> {
                            if (failure != null) {
                                throw failure;
                            }
                        });
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aRunThatGoesWellIsTimedAndDated() {
        assertThat(lastSuccess()).isNaN();

        run();

        assertThat(runs("done")).isEqualTo(1);
        assertThat(runs("failed")).isZero();
        assertThat(lastSuccess()).isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void aFailureCountsThoughTheRouteGoesOn() {
        for (var one : new RuntimeException[] {
            new IllegalStateException("broken"), new ItsmUnavailable("away", true), new ToldAlready("away")
        }) {
            failure = one;
            run();
        }

        assertThat(runs("failed")).isEqualTo(3);
        assertThat(runs("done")).isZero();
        assertThat(lastSuccess()).isNaN();
    }

    private void run() {
        camel.createFluentProducerTemplate()
                .to("seda:in?waitForTaskToComplete=Always")
                .withBody("")
                .request();
    }

    private long runs(String outcome) {
        return meters.get("portal.flow")
                .tags("route", "some-route", "outcome", outcome)
                .timer()
                .count();
    }

    private double lastSuccess() {
        return meters.get("portal.flow.last.success")
                .tag("route", "some-route")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }
}
