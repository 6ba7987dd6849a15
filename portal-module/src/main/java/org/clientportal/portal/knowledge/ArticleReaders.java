package org.clientportal.portal.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Article;
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
        scopes(article)
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

    private static Map<String, String> scopes(Article article) {
        var audience = article.audience();
        var scopes = new LinkedHashMap<String, String>();
        if (audience.open()) {
            scopes.put("a:open", "open");
        }
        if (audience.open() || audience.everyone()) {
            scopes.put("a:*", "everyone");
        }
        audience.organisationIds().forEach(organisation -> scopes.put("a:o:" + organisation, "organisation"));
        audience.groups().forEach(group -> scopes.put("a:g:" + group, "group"));
        return scopes;
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
