package org.clientportal.portal.tickets;

import org.clientportal.portal.conversation.Contents;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.OutboxTopic;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TicketSettings.class, QuickReplySettings.class})
class TicketConfiguration {

    @Bean
    OutboxTopic ticketCreate(JdbcClient jdbc, Contents contents, Hints hints, ApplicationEventPublisher events) {
        return new TicketTopic(TicketTopic.Kind.CREATE, jdbc, contents, hints, events);
    }

    @Bean
    OutboxTopic ticketReply(JdbcClient jdbc, Contents contents, Hints hints, ApplicationEventPublisher events) {
        return new TicketTopic(TicketTopic.Kind.REPLY, jdbc, contents, hints, events);
    }

    @Bean
    OutboxTopic ticketParticipation(JdbcClient jdbc, Hints hints) {
        return new ParticipationTopic(jdbc, hints);
    }

    @Bean
    OutboxTopic approvalDecision(JdbcClient jdbc, Hints hints) {
        return new ApprovalTopic(jdbc, hints);
    }

    @Bean
    OutboxTopic ticketState(JdbcClient jdbc, Contents contents, Hints hints, ApplicationEventPublisher events) {
        return new TicketTopic(TicketTopic.Kind.STATE, jdbc, contents, hints, events);
    }
}
