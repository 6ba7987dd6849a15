package org.clientportal.routes;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spi.RoutePolicyFactory;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.ContentWork;
import org.clientportal.ports.FileIntake;
import org.clientportal.ports.Leadership;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Destination;
import org.clientportal.ports.PlatformFiles;
import org.clientportal.ports.Reconciliation;
import org.clientportal.ports.SyncControl;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The flows between the platform, the outbox, Keycloak and mail. Tests that drive them by hand switch them off. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowSettings.class)
class RoutesConfiguration {

    @Bean
    SyncControl wakeUps(@Lazy ProducerTemplate camel) {
        return new WakeUps(camel);
    }

    @Bean
    PlatformFiles platformFiles(@Lazy ItsmConnector itsm) {
        return itsm::openFile;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "portal.sync.enabled", matchIfMissing = true)
    static class Flows {

        @Bean
        RoutesBuilder routeErrors() {
            return new RouteErrors();
        }

        @Bean
        RoutePolicyFactory flowMetrics(MeterRegistry meters, Clock clock) {
            return new FlowMetrics(meters, clock);
        }

        @Bean
        RoutesBuilder pushRoute(Outbox outbox, ItsmConnector itsm, FlowSettings settings) {
            return new PushRoute(new Push(outbox, itsm, settings), settings);
        }

        @Bean
        RoutesBuilder pullRoute(ItsmConnector itsm, ChangeIntake intake, Leadership leadership, FlowSettings settings) {
            return new PullRoute(new Pull(itsm, intake, leadership), settings);
        }

        @Bean
        RoutesBuilder filesRoute(ItsmConnector itsm, FileIntake intake, Leadership leadership, FlowSettings settings) {
            return new FilesRoute(new FetchFiles(itsm, intake, leadership), settings);
        }

        @Bean
        RoutesBuilder contentsRoute(List<ContentWork> works, Leadership leadership, FlowSettings settings) {
            return new ContentsRoute(new TendContents(works, leadership), settings);
        }

        @Bean
        RoutesBuilder reconcileRoute(
                ItsmConnector itsm, Reconciliation mirror, Leadership leadership, FlowSettings settings) {
            return new ReconcileRoute(new Reconcile(itsm, mirror, leadership, settings), settings);
        }

        @Bean
        RoutesBuilder loginsRoute(Outbox outbox, FlowSettings settings) {
            return local(outbox, Destination.LOGINS, settings);
        }

        @Bean
        RoutesBuilder mailRoute(Outbox outbox, FlowSettings settings) {
            return local(outbox, Destination.MAIL, settings);
        }

        private static RoutesBuilder local(Outbox outbox, Destination destination, FlowSettings settings) {
            return new LocalWorkRoute(new LocalWork(outbox, destination, settings), destination, settings);
        }
    }
}
