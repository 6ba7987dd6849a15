package org.clientportal.portal.notifications;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.notifications.NotificationChoicesPage.Muted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a viewer wants to be told by mail, and when. */
@Component
class NotificationChoices {

    /** Nobody looks through more of them. */
    private static final int MOST_MUTED = 200;

    private final JdbcClient jdbc;
    private final NotificationSettings settings;

    NotificationChoices(JdbcClient jdbc, NotificationSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param digestHour the hour of the day in the person's own zone; null for every hour */
    record Chosen(Map<Topic, Delivery> mails, @Nullable Integer digestHour) {

        Chosen {
            mails = Map.copyOf(mails);
        }
    }

    @PageTransaction
    Chosen of(Viewer viewer) {
        var mails = new EnumMap<Topic, Delivery>(Arrays.stream(Topic.values())
                .collect(Collectors.toMap(Function.identity(), topic -> Delivery.AT_ONCE)));
        jdbc.sql("select topic, mail from notification_preference where person = ?")
                .param(viewer.person())
                .query((RowCallbackHandler)
                        row -> mails.put(Topic.valueOf(row.getString(1)), Delivery.valueOf(row.getString(2))));
        Optional<Optional<Integer>> hour = jdbc.sql("select hour from digest_preference where person = ?")
                .param(viewer.person())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .optional();
        return new Chosen(mails, hour.orElse(Optional.of(settings.digestHour())).orElse(null));
    }

    /** The last muted first. */
    @PageTransaction
    List<Muted> muted(Viewer viewer) {
        return jdbc.sql("""
                        select t.number, t.subject from ticket_mute u join ticket t on t.id = u.ticket
                        where u.person = :viewer and not t.gone and t.merged_into is null
                        order by u.at desc, t.id desc limit\s""" + MOST_MUTED)
                .param("viewer", viewer.person())
                .query((row, number) -> new Muted(row.getString("number"), row.getString("subject")))
                .list();
    }

    /** What waits for a digest and is not wanted by mail any more is taken out of it. */
    @PageTransaction
    void choose(Viewer viewer, Chosen chosen) {
        chosen.mails()
                .forEach((topic, mail) -> jdbc.sql("""
                        insert into notification_preference (person, topic, mail) values (?, ?, ?)
                        on conflict (person, topic) do update set mail = excluded.mail""")
                        .params(viewer.person(), topic.name(), mail.name())
                        .update());
        jdbc.sql("""
                        insert into digest_preference (person, hour) values (:person, cast(:hour as smallint))
                        on conflict (person) do update set hour = excluded.hour""")
                .param("person", viewer.person())
                .param("hour", chosen.digestHour())
                .update();
        var unwanted = Arrays.stream(TicketMail.Kind.values())
                .filter(kind -> Objects.requireNonNull(chosen.mails().get(Topic.of(kind))) == Delivery.NONE)
                .map(Enum::name)
                .toList();
        if (!unwanted.isEmpty()) {
            jdbc.sql("""
                            update notification set mail = 'NONE'
                            where person = :person and mail = 'DIGEST' and digest is null and read_at is null
                              and kind in (:kinds)""")
                    .param("person", viewer.person())
                    .param("kinds", unwanted)
                    .update();
        }
    }
}
