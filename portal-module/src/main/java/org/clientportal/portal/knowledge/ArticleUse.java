package org.clientportal.portal.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts how often articles are opened, without names. What a node has counted in the last seconds is lost when it dies. */
@Component
class ArticleUse {

    private static final int DAYS_THAT_COUNT = 30;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Integer> opened = new ConcurrentHashMap<>();

    ArticleUse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody reads it; a look through somebody else's eyes does not count. */
    void opened(Viewer viewer, String platformId) {
        if (!viewer.readsOnly()) {
            opened.merge(platformId, 1, Integer::sum);
        }
    }

    @Scheduled(fixedDelayString = "PT10S")
    @WorkTransaction
    void store() {
        var counted = new HashMap<String, Integer>();
        opened.keySet().forEach(id -> counted.put(id, opened.remove(id)));
        counted.forEach((id, times) -> jdbc.sql("""
                        insert into article_use (article, day, opened) select id, ?, ? from article where platform_id = ?
                        on conflict (article, day) do update set opened = article_use.opened + excluded.opened""").params(today(), times, id).update());
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1H")
    @WorkTransaction
    void rank() {
        jdbc.sql("""
                        update article a set popularity = now_opened from (
                          select each.id, coalesce((select sum(u.opened) from article_use u
                            where u.article = each.id and u.day > ?), 0) as now_opened from article each) counted
                        where counted.id = a.id and a.popularity <> now_opened""")
                .param(today().minus(Duration.ofDays(DAYS_THAT_COUNT).toDays(), java.time.temporal.ChronoUnit.DAYS))
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
