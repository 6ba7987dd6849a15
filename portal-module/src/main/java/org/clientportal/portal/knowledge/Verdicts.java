package org.clientportal.portal.knowledge;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.portal.web.NotFound;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people say of articles: kept here, and told to the platform. */
@Component
class Verdicts {

    static final int LONGEST_REASON = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Articles articles;
    private final Forms forms;
    private final OutboxRows outbox;

    Verdicts(JdbcClient jdbc, Clock clock, Articles articles, Forms forms, OutboxRows outbox) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.articles = articles;
        this.forms = forms;
        this.outbox = outbox;
    }

    /** The viewer's last word. */
    Optional<Boolean> given(Viewer viewer, long article) {
        return jdbc.sql(
                        "select helped from article_verdict where person = ? and article = ? order by at desc, id desc limit 1")
                .params(viewer.person(), article)
                .query(Boolean.class)
                .optional();
    }

    /** @return where the article is */
    @PageTransaction
    String give(Viewer viewer, String platformId, boolean helped, String reason, String formKey) {
        var article = articles.visibleTo(viewer, platformId)
                .map(Articles.Whole::brief)
                .orElseThrow(NotFound::new);
        if (forms.use(viewer.person(), formKey, article.url())) {
            var words = reason.strip();
            store(viewer, article.id(), helped, words.substring(0, Math.min(words.length(), LONGEST_REASON)));
        }
        return article.url();
    }

    private void store(Viewer viewer, long article, boolean helped, String reason) {
        var id = jdbc.sql("select nextval('article_verdict_id_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into article_verdict (id, article, person, helped, reason, at) overriding system value
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        article,
                        viewer.person(),
                        helped,
                        reason,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        outbox.add(new OutboxRows.Row(
                "article:" + article,
                Destination.PLATFORM,
                VerdictTopic.TOPIC,
                id,
                UUID.randomUUID(),
                null,
                viewer.person(),
                viewer.name()));
    }
}
