package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds those who have been asked to approve something and have not answered. */
@Component
class ApprovalReminders {

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final ReminderSettings settings;
    private final Clock clock;

    ApprovalReminders(JdbcClient jdbc, Notifications notifications, ReminderSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.settings = settings;
        this.clock = clock;
    }

    private record Late(long ticket, long person) {}

    /** One round; each question by one node, since whoever comes second finds it told. */
    @WorkTransaction
    public int round() {
        var now = clock.instant();
        var late = jdbc.sql("""
                        update approval a set told_at = :now, told_times = told_times + 1
                        where state = 'WAITING' and approver is not null and told_at < :before and told_times between 1 and :most
                          and not exists (select from approval_word w where w.approval = a.id and w.decision <> 'COMMENT'
                            and w.delivery <> 'FAILED')
                        returning ticket, approver""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(settings.remindAfter()).atOffset(ZoneOffset.UTC))
                .param("most", settings.reminders())
                .query((row, number) -> new Late(row.getLong(1), row.getLong(2)))
                .list();
        late.forEach(one -> notifications.remind(one.person(), one.ticket()));
        return late.size();
    }
}
