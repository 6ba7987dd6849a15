package org.clientportal.portal.knowledge;

import java.util.List;
import org.clientportal.itsm.Article;
import org.clientportal.portal.access.Audiences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may see an article, as rows. */
@Component
class ArticleReaders {

    private final JdbcClient jdbc;

    ArticleReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(long id, Article article) {
        jdbc.sql("delete from article_reader where article = ?").param(id).update();
        jdbc.sql("delete from article_awaits where article = ?").param(id).update();
        if (article.gone()) {
            return;
        }
        Audiences.scopes(article.audience())
                .forEach((scope, reason) -> jdbc.sql(
                                "insert into article_reader (scope, article, reason) values (?, ?, ?)")
                        .params(scope, id, reason)
                        .update());
        var people = article.audience().personIds();
        people.stream()
                .distinct()
                .forEach(person -> jdbc.sql("insert into article_awaits (article, person_platform_id) values (?, ?)")
                        .params(id, person)
                        .update());
        peopleArrived(people);
    }

    /** The platform's ids of people who are in the mirror now. */
    void peopleArrived(List<String> platformIds) {
        if (!platformIds.isEmpty()) {
            jdbc.sql("""
                            with arrived as (
                              delete from article_awaits w using person p
                              where p.platform_id = w.person_platform_id and w.person_platform_id in (:people)
                              returning w.article, p.id as person)
                            insert into article_reader (scope, article, reason)
                            select 'a:p:' || person, article, 'person' from arrived on conflict do nothing""").param("people", platformIds).update();
        }
    }
}
