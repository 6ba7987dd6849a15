package org.clientportal.portal;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the portal ({@code ./portal serve}). */
@SpringBootApplication(scanBasePackages = "org.clientportal")
// settings of platforms and of Keycloak belong to configurations that are there only when chosen
@ConfigurationPropertiesScan({"org.clientportal.portal", "org.clientportal.routes", "org.clientportal.mail"})
@EnableScheduling
public class Portal {

    public static void main(String[] args) {
        SpringApplication.run(Portal.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
