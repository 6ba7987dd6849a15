package org.clientportal.routes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Times every run of every route, by outcome, and notes when each last went well (docs/metrics.md). */
class FlowMetrics implements RoutePolicyFactory {

    private static final String BEGAN = "portal.flow.began";

    private final MeterRegistry meters;
    private final Clock clock;

    FlowMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        return new Timing(routeId);
    }

    private final class Timing extends RoutePolicySupport {

        private final Timer done;
        private final Timer failed;
        private final AtomicLong lastDone = new AtomicLong();

        Timing(String routeId) {
            done = timer(routeId, "done");
            failed = timer(routeId, "failed");
            TimeGauge.builder("portal.flow.last.success", lastDone, TimeUnit.MILLISECONDS, Timing::orNever)
                    .description("When the route last went well, as Unix time")
                    .tag("route", routeId)
                    .register(meters);
        }

        private Timer timer(String routeId, String outcome) {
            return Timer.builder("portal.flow")
                    .description("Runs of a route")
                    .tags("route", routeId, "outcome", outcome)
                    .register(meters);
        }

        private static double orNever(AtomicLong at) {
            return at.get() == 0 ? Double.NaN : at.doubleValue();
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            exchange.setProperty(BEGAN, System.nanoTime());
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            var began = exchange.getProperty(BEGAN, Long.class);
            var took = Duration.ofNanos(began == null ? 0 : System.nanoTime() - began);
            // what the error policy has handled is no failure for Camel, but it is one for the flow
            if (exchange.isFailed() || exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) != null) {
                failed.record(took);
            } else {
                done.record(took);
                lastDone.set(clock.millis());
            }
        }
    }
}
