package org.clientportal.routes;

import java.time.Clock;
import org.apache.camel.RoutesBuilder;
import org.clientportal.ports.Leadership;
import org.clientportal.ports.MailIntake;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in for mail, where a mailbox is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "portal.sync.enabled", matchIfMissing = true)
class MailInConfiguration {

    @Bean
    @ConditionalOnProperty(name = "portal.mail.in.host")
    RoutesBuilder mailInRoute(MailIntake intake, MailInSettings settings, Leadership leadership, Clock clock) {
        var mailbox = new MailInMailbox(intake, settings, clock);
        return new MailInRoute(mailbox, new MailInWork(intake), settings, leadership);
    }
}
