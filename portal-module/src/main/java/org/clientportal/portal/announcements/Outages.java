package org.clientportal.portal.announcements;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All outages that go on, whoever they concern. */
@Component
class Outages {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @WorkTransaction
    List<OutageStrip.Outage> now() {
        return jdbc
                .sql("""
                        select a.id, a.platform_id is not null as of_platform, array(select r.scope from announcement_reader r where r.announcement = a.id) as scopes,
                          array(select t.language from announcement_text t where t.announcement = a.id order by 1) as languages,
                          array(select t.title from announcement_text t where t.announcement = a.id order by t.language)
                            as titles
                        from announcement a
                        where a.kind = 'OUTAGE' and not a.withdrawn and a.starts_at <= :now
                          and (a.ends_at is null or a.ends_at > :now)
                        order by a.starts_at desc, a.id desc limit 10""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    var languages = (String[]) row.getArray("languages").getArray();
                    var titles = (String[]) row.getArray("titles").getArray();
                    var byLanguage = new HashMap<String, String>();
                    for (int at = 0; at < languages.length; at++) {
                        byLanguage.put(languages[at], titles[at]);
                    }
                    return new OutageStrip.Outage(
                            row.getLong("id"),
                            Set.of((String[]) row.getArray("scopes").getArray()),
                            byLanguage,
                            row.getBoolean("of_platform"));
                })
                .list()
                .stream()
                .filter(outage -> !outage.titles().isEmpty())
                .toList();
    }
}
