package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.itsm.ContractCast.bytes;
import static org.clientportal.itsm.ContractCast.file;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.junit.jupiter.api.Test;

/** Articles come as their authors published them, and go when they are no longer. */
public interface ContractKnowledge extends ContractPlatform {

    @Test
    default void aPublishedArticleComesWhole() {
        assumeCan(Ability.KNOWLEDGE);
        var cursor = cursorNow();
        var other = agent().publishes(draft("Kod z telefonu", "<p>Ustaw kod.</p>"));
        var written = new Article(
                "",
                unique("Jak połączyć się z VPN – krok po kroku"),
                "Połączenie z domu i z podróży.",
                "<h2>Zanim zaczniesz</h2><p>Ustaw <a href=\"article:" + other + "\">kod</a> &amp; <b>zażółć</b>.</p>",
                "pl",
                List.of("Sieć i VPN", "VPN"),
                List.of("praca zdalna", "błąd 809"),
                Audience.EVERYONE,
                Instant.parse("2026-01-02T00:00:00Z"),
                Instant.parse("2037-12-31T23:00:00Z"),
                List.of(other),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                0);

        var id = agent().publishes(written);

        var article = awaitArticle(cursor, id, a -> !a.gone() && a.audience().everyone());
        assertThat(article.title()).isEqualTo(written.title());
        assertThat(article.summary()).isEqualTo(written.summary());
        assertThat(article.html()).isEqualTo(written.html());
        assertThat(article.language()).isEqualTo("pl");
        assertThat(article.category()).isEqualTo(written.category());
        assertThat(article.keywords()).isEqualTo(written.keywords());
        assertThat(article.audience()).isEqualTo(Audience.EVERYONE);
        assertThat(article.validFrom()).isEqualTo(written.validFrom());
        assertThat(article.validUntil()).isEqualTo(written.validUntil());
        assertThat(article.relatedIds()).containsExactly(other);
        assertThat(article.files()).isEmpty();
        assertThat(article.createdAt()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(article.changedAt()).isAfterOrEqualTo(article.createdAt());
    }

    @Test
    default void picturesAndFilesOfAnArticleAreReadByteForByte() throws IOException {
        assumeCan(Ability.KNOWLEDGE);
        assumeCan(Ability.ARTICLE_FILES);
        var cursor = cursorNow();
        var picture = bytes(40_000, 21);
        var manual = bytes(3_000, 22);
        var id = agent().publishes(
                        draft(
                                "With pictures",
                                "<p><img src=\"file:okno.png\" alt=\"Okno\"> <a href=\"file:instrukcja.pdf\">PDF</a></p>"),
                        file("okno.png", "image/png", picture),
                        file("instrukcja.pdf", "application/pdf", manual));

        var article = awaitArticle(cursor, id, a -> a.files().size() == 2 && !a.gone());

        var png = named(article, "okno.png");
        var pdf = named(article, "instrukcja.pdf");
        assertThat(png.contentType()).startsWith("image/png");
        assertThat(png.size()).isIn(-1L, 40_000L);
        assertThat(article.html())
                .contains("src=\"file:" + png.id() + "\"", "href=\"file:" + pdf.id() + "\"")
                .doesNotContain("file:okno", "file:instrukcja");
        assertThat(content(png)).isEqualTo(picture);
        assertThat(content(pdf)).isEqualTo(manual);
    }

    private static Entry.FileRef named(Article article, String name) {
        return article.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void aChangedArticleComesAgainWithAHigherVersion() {
        assumeCan(Ability.KNOWLEDGE);
        var cursor = cursorNow();
        var id = agent().publishes(draft("Old title", "<p>old</p>"));
        var before = awaitArticle(cursor, id, a -> !a.gone());

        var title = unique("New title");
        agent().rewrites(id, title, "<p>new</p>");

        var after = awaitArticle(
                cursor, id, a -> a.title().equals(title) && a.html().equals("<p>new</p>"));
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.audience()).isEqualTo(before.audience());
    }

    @Test
    default void anUnpublishedArticleIsGoneAndComesBack() {
        assumeCan(Ability.KNOWLEDGE);
        var cursor = cursorNow();
        var id = agent().publishes(draft("Soon gone", "<p>SECRET-WORD</p>"));
        var shown = awaitArticle(cursor, id, a -> !a.gone());

        agent().unpublishes(id);

        var gone = awaitArticle(cursor, id, Article::gone);
        assertThat(gone.version()).isGreaterThan(shown.version());
        assertThat(gone.toString()).doesNotContain("SECRET-WORD");
        agent().publishesAgain(id);
        var again = awaitArticle(cursor, id, a -> !a.gone());
        assertThat(again.version()).isGreaterThan(gone.version());
        assertThat(again.html()).contains("SECRET-WORD");
    }

    @Test
    default void theAudienceComesAsTheAuthorSetIt() {
        assumeCan(Ability.KNOWLEDGE);
        var cursor = cursorNow();
        var organisation = new ContractFeed(itsm(), null)
                .readToEnd()
                .person(cast().anna().personId())
                .orElseThrow()
                .organisationId();
        assertThat(organisation).isNotNull();
        var some = new Audience(
                false,
                false,
                List.of(organisation),
                List.of("managers"),
                List.of(cast().marek().personId()));
        var open = new Audience(true, true, List.of(), List.of(), List.of());

        var forSome = agent().publishes(draft("For some", "<p>some</p>", some));
        var forAll = agent().publishes(draft("For anybody", "<p>all</p>", open));

        assertThat(awaitArticle(cursor, forSome, a -> !a.gone()).audience()).isEqualTo(some);
        assertThat(awaitArticle(cursor, forAll, a -> !a.gone()).audience().open())
                .isTrue();
    }

    @Test
    default void readFromTheBeginningAnArticleIsAsItCame() {
        assumeCan(Ability.KNOWLEDGE);
        var cursor = cursorNow();
        var id = agent().publishes(draft("Read again", "<p>again</p>"));
        var dropped = agent().publishes(draft("Dropped", "<p>dropped</p>"));
        agent().unpublishes(dropped);
        awaitArticle(cursor, dropped, Article::gone);
        var title = unique("Read once more");
        agent().rewrites(id, title, "<p>once more</p>");
        var came = awaitArticle(
                cursor, id, a -> a.title().equals(title) && a.html().equals("<p>once more</p>"));

        var feed = new ContractFeed(itsm(), null).readToEnd();

        assertThat(feed.article(id)).contains(came);
        assertThat(feed.article(dropped).filter(a -> !a.gone())).isEmpty();
        // repeats are allowed, but nothing may be newer than what was read
        assertThat(new ContractFeed(itsm(), feed.cursor())
                        .readToEnd()
                        .articles()
                        .values())
                .allSatisfy(a -> assertThat(a.version())
                        .isLessThanOrEqualTo(feed.article(a.id()).orElseThrow().version()));
    }

    /** Some platforms have each title once. */
    static String unique(String title) {
        return title + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    static Article draft(String title, String html) {
        return draft(title, html, Audience.EVERYONE);
    }

    static Article draft(String title, String html, Audience audience) {
        return new Article(
                "",
                unique(title),
                "",
                html,
                "en",
                List.of(),
                List.of(),
                audience,
                null,
                null,
                List.of(),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                0);
    }
}
