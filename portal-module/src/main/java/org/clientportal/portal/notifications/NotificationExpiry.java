package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets notifications that are old. */
@Component
class NotificationExpiry {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final NotificationSettings settings;
    private final Clock clock;

    NotificationExpiry(JdbcClient jdbc, NotificationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many were forgotten; as many as a batch holds when there may be more */
    @WorkTransaction
    public int round() {
        var before = clock.instant().minus(settings.keep()).atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from digest where created_at < ?").param(before).update();
        return jdbc.sql("""
                        delete from notification where id in (
                          select id from notification where created_at < ? order by created_at limit ? for update skip locked)""").params(before, BATCH).update();
    }

    boolean isMore(int forgotten) {
        return forgotten == BATCH;
    }
}
