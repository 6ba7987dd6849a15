package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Document.Version;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.junit.jupiter.api.Test;

/** Documents come with all their versions, oldest first, for whom they are meant and nobody else. */
public interface ContractDocuments extends ContractPlatform {

    @Test
    default void aDocumentComesWhole() throws IOException {
        assumeCan(Ability.DOCUMENTS);
        var cursor = cursorNow();
        var written = document("Umowa o pracę – aneks żółty", forAnna());
        var bytes = ContractCast.bytes(30_000, 41);

        var id = agent().issues(written, ContractCast.file("Umowa – wersja 1.pdf", "application/pdf", bytes));

        var document = awaitDocument(
                cursor, id, d -> d.versions().size() == 1 && d.audience().equals(forAnna()));
        assertThat(document.title()).isEqualTo(written.title());
        assertThat(document.kind()).isEqualTo(written.kind());
        assertThat(document.summary()).isEqualTo(written.summary());
        assertThat(document.gone()).isFalse();
        var first = document.versions().getFirst();
        assertThat(first.number()).isPositive();
        assertThat(first.since()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(first.file().name()).isEqualTo("Umowa – wersja 1.pdf");
        assertThat(first.file().contentType()).startsWith("application/pdf");
        assertThat(first.file().size()).isIn(-1L, 30_000L);
        assertThat(content(first.file())).isEqualTo(bytes);
    }

    @Test
    default void aNewVersionStandsOnTopAndTheEarlierOneStaysAsItWas() throws IOException {
        assumeCan(Ability.DOCUMENTS);
        var cursor = cursorNow();
        var one = ContractCast.bytes(9_000, 42);
        var two = ContractCast.bytes(12_000, 43);
        var id = agent().issues(
                        document("Regulamin", forAnna()), ContractCast.file("Regulamin.pdf", "application/pdf", one));
        var before = awaitDocument(cursor, id, d -> d.versions().size() == 1);

        agent().issuesAgain(id, ContractCast.file("Regulamin 2.pdf", "application/pdf", two), "Nowy punkt 7.");

        var after = awaitDocument(cursor, id, d -> d.versions().size() == 2);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.versions().getFirst()).isEqualTo(before.versions().getFirst());
        assertThat(after.versions()).extracting(Version::number).isSorted().doesNotHaveDuplicates();
        assertThat(after.versions().getLast().since())
                .isAfterOrEqualTo(after.versions().getFirst().since());
        assertThat(content(after.versions().getFirst().file())).isEqualTo(one);
        assertThat(content(after.versions().getLast().file())).isEqualTo(two);
    }

    @Test
    default void aVersionSaysWhatIsNewInIt() {
        assumeCan(Ability.DOCUMENTS);
        assumeCan(Ability.DOCUMENT_CHANGES);
        var cursor = cursorNow();
        var id = agent().issues(
                        document("Polityka", forAnna()),
                        ContractCast.file("a.pdf", "application/pdf", ContractCast.bytes(100, 44)));

        agent().issuesAgain(
                        id,
                        ContractCast.file("b.pdf", "application/pdf", ContractCast.bytes(100, 45)),
                        "Hasła są dłuższe.");

        var document = awaitDocument(cursor, id, d -> d.versions().size() == 2);
        assertThat(document.versions()).extracting(Version::changes).containsExactly("", "Hasła są dłuższe.");
    }

    @Test
    default void aDocumentIsForWhomItIsAddressedToNow() {
        assumeCan(Ability.DOCUMENTS);
        var cursor = cursorNow();
        var marek = audience(List.of(cast().marek().personId()), List.of(), List.of());
        var id = agent().issues(
                        document("Skierowanie", forAnna()),
                        ContractCast.file("a.pdf", "application/pdf", ContractCast.bytes(100, 46)));
        var before = awaitDocument(
                cursor, id, d -> d.audience().equals(forAnna()) && !d.versions().isEmpty());

        agent().addresses(id, marek);

        var after = awaitDocument(cursor, id, d -> d.audience().equals(marek));
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.versions()).isEqualTo(before.versions());
    }

    @Test
    default void aDocumentIsForAGroup() {
        assumeCan(Ability.DOCUMENTS);
        assumeCan(Ability.GROUPS);
        var cursor = cursorNow();
        agent().puts(cast().marek().personId(), "Managers of the contract");
        var shared = audience(List.of(), List.of("Managers of the contract"), List.of());

        var id = agent().issues(
                        document("For managers", shared),
                        ContractCast.file("a.pdf", "application/pdf", ContractCast.bytes(100, 47)));

        awaitDocument(cursor, id, d -> d.audience().equals(shared));
        agent().takesOutOfGroups(cast().marek().personId());
    }

    @Test
    default void aDocumentIsForAnOrganisation() {
        assumeCan(Ability.DOCUMENTS);
        assumeCan(Ability.DOCUMENTS_OF_ORGANISATIONS);
        var organisation = new ContractFeed(itsm(), null)
                .readToEnd()
                .person(cast().anna().personId())
                .orElseThrow()
                .organisationId();
        assertThat(organisation).isNotNull();
        var shared = audience(List.of(), List.of(), List.of(organisation));
        var cursor = cursorNow();

        var id = agent().issues(
                        document("For the branch", shared),
                        ContractCast.file("a.pdf", "application/pdf", ContractCast.bytes(100, 48)));

        awaitDocument(cursor, id, d -> d.audience().equals(shared));
    }

    @Test
    default void aDocumentThatIsTakenBackIsGone() {
        assumeCan(Ability.DOCUMENTS);
        var cursor = cursorNow();
        var id = agent().issues(
                        document("Taken back", forAnna()),
                        ContractCast.file("a.pdf", "application/pdf", ContractCast.bytes(100, 49)));
        var before = awaitDocument(cursor, id, d -> !d.gone() && !d.versions().isEmpty());

        agent().takesBack(id);

        var gone = awaitDocument(cursor, id, Document::gone);
        assertThat(gone.version()).isGreaterThan(before.version());
        assertThat(gone.versions()).isEmpty();
    }

    @Test
    default void readFromTheBeginningADocumentIsAsItCame() {
        assumeCan(Ability.DOCUMENTS);
        var cursor = cursorNow();
        var id = agent().issues(
                        document("Read again", forAnna()),
                        ContractCast.file("a.pdf", "application/pdf", ContractCast.bytes(100, 50)));
        agent().issuesAgain(
                        id, ContractCast.file("b.pdf", "application/pdf", ContractCast.bytes(100, 51)), "Poprawki.");
        var came = awaitDocument(cursor, id, d -> d.versions().size() == 2);

        var feed = new ContractFeed(itsm(), null).readToEnd();

        assertThat(feed.document(id)).contains(came);
    }

    private Audience forAnna() {
        return audience(List.of(cast().anna().personId()), List.of(), List.of());
    }

    private static Audience audience(List<String> people, List<String> groups, List<String> organisations) {
        return new Audience(false, false, organisations, groups, people);
    }

    /** As an agent writes it; id, versions and version are the platform's. */
    static Document document(String title, Audience audience) {
        return new Document(
                "",
                ContractKnowledge.unique(title),
                "Umowa",
                "Zasady pracy – w skrócie.",
                audience,
                List.of(),
                Instant.EPOCH,
                false,
                0);
    }
}
