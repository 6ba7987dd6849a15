package org.clientportal.keycloak;

import java.net.URI;
import java.util.Map;
import org.clientportal.ports.Logins;
import org.clientportal.ports.Realm;
import org.clientportal.ports.SignInEvents;
import org.clientportal.ports.SignInProviders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("portal.keycloak.url")
@EnableConfigurationProperties(KeycloakSettings.class)
class KeycloakConfiguration {

    @Bean(destroyMethod = "close")
    Logins logins(KeycloakSettings settings) {
        return new KeycloakLogins(settings);
    }

    @Bean(destroyMethod = "close")
    SignInEvents signInEvents(KeycloakSettings settings) {
        return new KeycloakEvents(settings);
    }

    /** What may change the realm is there only when somebody gave it an account. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("portal.keycloak.realm-client-secret")
    static class WithRealmAccount {

        @Bean(destroyMethod = "close")
        RealmCalls realmCalls(KeycloakSettings settings) {
            return new RealmCalls(settings, String.valueOf(settings.realmClientSecret()));
        }

        @Bean
        WantedRealm wantedRealm(Environment environment) {
            var url = environment.getProperty("portal.address.url");
            return WantedRealm.read(url == null ? Map.of() : Map.of("PORTAL_URL", url));
        }

        @Bean
        Realm realm(RealmCalls calls, WantedRealm wanted) {
            return new KeycloakRealm(calls, wanted);
        }

        @Bean
        SignInProviders signInProviders(
                RealmCalls calls, WantedRealm wanted, KeycloakSettings settings, Environment environment) {
            var probe = new ProviderProbe(settings);
            var issuer = environment.getProperty("portal.sign-in.issuer", URI.class, settings.url());
            return new KeycloakProviders(calls, wanted, KeycloakProviders.template(probe), probe, issuer);
        }
    }
}
