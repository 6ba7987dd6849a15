package org.clientportal.itsm.http;

import org.clientportal.itsm.ItsmConnector;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chosen by {@code portal.itsm.platform=http}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "portal.itsm.platform", havingValue = "http")
@EnableConfigurationProperties(HttpSettings.class)
class HttpConfiguration {

    @Bean
    ItsmConnector httpConnector(HttpSettings settings) {
        return new HttpConnector(settings);
    }
}
