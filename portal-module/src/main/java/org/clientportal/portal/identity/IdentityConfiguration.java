package org.clientportal.portal.identity;

import java.util.function.Consumer;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which outbox row is which work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {

    private record Task(String topic, Consumer<Claim> work) implements OutboxTopic {

        @Override
        public void perform(Claim claim) {
            work.accept(claim);
        }
    }

    @Bean
    PasswordSettings passwordSettings(IdentitySettings settings) {
        return settings.password();
    }

    @Bean
    OutboxTopic loginEnable(LoginWork work) {
        return new Task(LoginTopic.ENABLE.topic(), work::enable);
    }

    @Bean
    OutboxTopic loginEnableIfNew(LoginWork work) {
        return new Task(LoginTopic.ENABLE_IF_NEW.topic(), work::enableIfNew);
    }

    @Bean
    OutboxTopic loginPassword(LoginWork work) {
        return new Task(LoginTopic.PASSWORD.topic(), work::password);
    }

    @Bean
    OutboxTopic loginDisable(LoginWork work) {
        return new Task(LoginTopic.DISABLE.topic(), work::disable);
    }

    @Bean
    OutboxTopic loginUpdate(LoginWork work) {
        return new Task(LoginTopic.UPDATE.topic(), work::update);
    }

    @Bean
    OutboxTopic loginSecondFactor(LoginWork work) {
        return new Task(LoginTopic.SECOND_FACTOR.topic(), work::secondFactor);
    }

    @Bean
    OutboxTopic formerAddress(AddressNotices notices) {
        return new Task(AddressNotices.TOPIC, notices::send);
    }
}
