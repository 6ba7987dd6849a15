package org.clientportal.portal;

import java.time.Clock;
import java.util.List;
import org.clientportal.mail.MailSystemProperties;
import org.clientportal.portal.doctor.SettingsReview;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Starts the portal ({@code ./portal serve}), or one of the tools that need no server when it is named. */
@SpringBootApplication(scanBasePackages = "org.clientportal")
// settings of platforms and of Keycloak belong to configurations that are there only when chosen
@ConfigurationPropertiesScan({"org.clientportal.portal", "org.clientportal.routes", "org.clientportal.mail"})
@EnableScheduling
public class Portal {

    private static final int ROUNDS_AT_ONCE = 8;

    public static void main(String[] args) {
        CarrierThreads.watch();
        // read once, when the first mail class is loaded
        MailSystemProperties.apply();
        if (args.length > 0 && !args[0].startsWith("-")) {
            System.exit(Tool.run(List.of(args)));
        }
        var application = new SpringApplication(Portal.class);
        application.addInitializers(new SettingsReview());
        application.run(args);
    }

    /**
     * Rounds of different work side by side. Spring's scheduler for virtual threads, which would be there else, has one thread for
     * all that waits a while after each round: one that takes long would hold up every other, the heartbeat of pages too.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(ROUNDS_AT_ONCE);
        scheduler.setThreadNamePrefix("round-");
        return scheduler;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
