package org.clientportal.itsm.rt;

import java.time.Clock;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.PlatformPack;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chosen by {@code portal.itsm.platform=rt}; the pack can be printed before that. */
@Configuration(proxyBeanMethods = false)
class RtConfiguration {

    @Bean
    PlatformPack rtPack(ObjectProvider<RtClient> rt, ObjectProvider<RtSettings> settings) {
        @Nullable RtClient configured = rt.getIfAvailable();
        @Nullable RtSettings chosen = settings.getIfAvailable();
        return new RtPack(configured, chosen);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "portal.itsm.platform", havingValue = "rt")
    @EnableConfigurationProperties(RtSettings.class)
    static class Chosen {

        @Bean
        RtClient rtClient(RtSettings settings) {
            return new RtClient(settings);
        }

        @Bean
        ItsmConnector rtConnector(RtClient rt, RtSettings settings, ObjectProvider<Clock> clock) {
            return new RtConnector(rt, settings, clock.getIfAvailable(Clock::systemUTC));
        }
    }
}
