package org.clientportal.keycloak;

import org.clientportal.ports.Logins;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("portal.keycloak.url")
@EnableConfigurationProperties(KeycloakSettings.class)
class KeycloakConfiguration {

    @Bean(destroyMethod = "close")
    Logins logins(KeycloakSettings settings) {
        return new KeycloakLogins(settings);
    }
}
