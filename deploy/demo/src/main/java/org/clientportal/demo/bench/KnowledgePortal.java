package org.clientportal.demo.bench;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.demo.DemoDatabase;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.portal.Portal;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.Findable;
import org.clientportal.portal.search.Finds;
import org.clientportal.portal.search.Found;
import org.clientportal.portal.search.Hit;
import org.clientportal.portal.search.Marks;
import org.clientportal.portal.search.Search;
import org.clientportal.portal.search.SearchIndex;
import org.clientportal.portal.web.Frame;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A portal with the sample knowledge base and nothing else: no Keycloak, no platform, no mail. */
final class KnowledgePortal implements AutoCloseable {

    private final DemoFolders folders = DemoFolders.forThisRun();
    private final Leash leash = new Leash(folders.run());
    private final DemoDatabase database = DemoDatabase.start(folders, leash, false);
    private final ConfigurableApplicationContext context;
    private final Map<Long, String> names;

    KnowledgePortal(List<SampleArticle> articles) {
        System.setProperty("logback.configurationFile", "org/clientportal/demo/demo-logback.xml");
        var settings = new HashMap<>(Map.of(
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", "portal",
                "spring.datasource.password", database.password(),
                "spring.flyway.user", "portal_owner",
                "spring.flyway.password", database.ownerPassword(),
                "portal.address.url", "http://localhost",
                "portal.signing.secret", "of no use after this run, as nothing is signed with it",
                "portal.sign-in.issuer", "http://localhost:1/realms/portal",
                "portal.sign-in.client-secret", "none",
                "portal.keycloak.url", "http://localhost:1"));
        settings.putAll(Map.of(
                "portal.keycloak.client-secret", "none",
                "portal.sync.enabled", "false",
                "portal.itsm.platform", "none",
                "server.address", "127.0.0.1",
                "server.port", "0"));
        var application = new SpringApplication(Portal.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        context = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
        names = new TransactionTemplate(context.getBean("workTransactions", PlatformTransactionManager.class))
                .execute(status -> take(articles));
        context.getBean(SearchIndex.class).readWords();
    }

    private Map<Long, String> take(List<SampleArticle> articles) {
        var taken = articles.stream().collect(Collectors.toMap(this::take, SampleArticle::id));
        context.getBean(SearchIndex.class)
                .put(articles.stream()
                        .map(article -> findable(article, idOf(taken, article)))
                        .toList());
        return taken;
    }

    private static long idOf(Map<Long, String> taken, SampleArticle article) {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue().equals(article.id()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private long take(SampleArticle article) {
        var jdbc = context.getBean(JdbcClient.class);
        var id = jdbc.sql("""
                        insert into article (platform_id, title, summary, html, body_text, language, category, keywords,
                          related, valid_from, valid_until, created_at, changed_at, gone, version)
                        values (?, ?, ?, '', ?, ?, ?, ?, '{}', cast(? as timestamptz), cast(? as timestamptz), ?, ?, false, 1)
                        returning id""")
                .params(
                        article.id(),
                        article.title(),
                        article.summary(),
                        article.text(),
                        article.language(),
                        article.category().toArray(String[]::new),
                        article.keywords(),
                        article.validFrom(),
                        article.validUntil(),
                        article.changed().atOffset(ZoneOffset.UTC),
                        article.changed().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        // the queries were judged for somebody who may see every article
        jdbc.sql("insert into article_reader (scope, article, reason) values ('a:*', ?, 'everyone')")
                .param(id)
                .update();
        return id;
    }

    private static Findable findable(SampleArticle article, long id) {
        var keywords = new java.util.ArrayList<>(List.of(article.keywords()));
        keywords.addAll(article.category());
        return new Findable(
                "article",
                id,
                article.language(),
                List.of(article.id()),
                article.title(),
                keywords,
                article.summary(),
                article.text(),
                article.changed());
    }

    /** What somebody with nothing but the knowledge base finds, by the platform's ids. */
    List<String> find(String language, String query, int most) {
        var viewer = new Viewer(
                1,
                "reader",
                "Reader",
                "reader@oriale.example",
                language,
                ZoneId.of("Europe/Warsaw"),
                Set.of(Feature.KNOWLEDGE),
                List.of(),
                List.of("a:*"),
                null,
                0);
        Found found = CurrentViewer.with(
                viewer, () -> context.getBean(Search.class).find(viewer, query, List.of(ARTICLES), false, most));
        return found.kinds().stream()
                .flatMap(kind -> kind.objects().stream())
                .map(names::get)
                .toList();
    }

    /** Only what is asked of the index counts here. */
    private static final Finds ARTICLES = new Finds() {
        @Override
        public String kind() {
            return "article";
        }

        @Override
        public Feature feature() {
            return Feature.KNOWLEDGE;
        }

        @Override
        public String icon() {
            return "search";
        }

        @Override
        public List<Hit> hits(Viewer viewer, Frame frame, List<Long> objects, Marks marks, boolean brief) {
            return List.of();
        }

        @Override
        public List<Findable> after(long object, int limit) {
            return List.of();
        }
    };

    @Override
    public void close() {
        context.close();
        database.close();
        leash.close();
    }
}
