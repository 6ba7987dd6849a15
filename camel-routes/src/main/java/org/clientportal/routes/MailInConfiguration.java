package org.clientportal.routes;

import java.time.Clock;
import org.apache.camel.RoutesBuilder;
import org.clientportal.ports.MailIntake;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in for mail, where a mailbox is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "portal.mail.in.host")
class MailInConfiguration {

    @Bean
    RoutesBuilder mailInRoute(MailIntake intake, MailInSettings settings, Clock clock) {
        return new MailInRoute(new MailInMailbox(intake, settings, clock), new MailInWork(intake), settings);
    }
}
