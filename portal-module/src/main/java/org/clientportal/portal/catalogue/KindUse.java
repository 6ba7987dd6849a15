package org.clientportal.portal.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts how often each kind of request is sent, so that the frequent ones come first. */
@Component
class KindUse {

    private static final Duration THAT_COUNTS = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    KindUse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1H")
    @WorkTransaction
    void rank() {
        jdbc.sql("""
                        update request_kind k set popularity = counted.sent from (
                          select each.id, (select count(*) from ticket_request r where r.kind = each.id and r.at > ?) as sent
                          from request_kind each) counted
                        where counted.id = k.id and k.popularity <> counted.sent""")
                .param(clock.instant().minus(THAT_COUNTS).atOffset(ZoneOffset.UTC))
                .update();
    }
}
