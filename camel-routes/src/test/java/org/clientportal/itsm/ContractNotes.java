package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.PlatformAgent.Mark;
import org.clientportal.itsm.Submission.NewNoteRead;
import org.clientportal.itsm.Submission.Writer;
import org.junit.jupiter.api.Test;

/** Notes come with the people they are for, follow every change, and take back who read which edition. */
public interface ContractNotes extends ContractPlatform {

    @Test
    default void aNoteComesWhole() {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();
        var before = Instant.now().minus(Duration.ofMinutes(2));
        var written = note("Ustawienia – żółty segregator", cast().anna());

        var id = agent().notes(written);

        var note = awaitNote(cursor, id, n -> !n.gone());
        assertThat(note.title()).isEqualTo(written.title());
        assertThat(note.html()).contains("<b>gęślą</b>").contains("&lt;script&gt;");
        assertThat(note.personIds()).containsExactly(cast().anna().personId());
        assertThat(note.author()).isNotBlank();
        assertThat(note.files()).isEmpty();
        assertThat(note.reads()).isEmpty();
        assertThat(note.edition()).isPositive();
        assertThat(note.writtenAt()).isBetween(before, Instant.now().plus(Duration.ofMinutes(2)));
        assertThat(note.changedAt()).isAfterOrEqualTo(note.writtenAt());
    }

    @Test
    default void aNoteIsNoTicket() {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();

        var id = agent().notes(note("No ticket", cast().anna()));

        awaitNote(cursor, id, n -> !n.gone());
        assertThat(itsm().ticket(id)).isEmpty();
        assertThat(new ContractFeed(itsm(), cursor).readToEnd().ticket(id)).isEmpty();
    }

    @Test
    default void filesOfANoteAreReadByteForByteAndStayWhenItsWordsChange() throws IOException {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();
        var bytes = ContractCast.bytes(30_000, 51);
        var id = agent().notes(
                        note("With a file", cast().anna()),
                        ContractCast.file("Schemat łącza.pdf", "application/pdf", bytes));

        var first = awaitNote(cursor, id, n -> n.files().size() == 1);

        assertThat(first.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("Schemat łącza.pdf");
            assertThat(file.contentType()).startsWith("application/pdf");
            assertThat(file.size()).isIn(-1L, 30_000L);
        });
        assertThat(content(first.files().getFirst())).isEqualTo(bytes);
        agent().rewritesNote(id, first.title(), "<p>Other words</p>");
        var second = awaitNote(cursor, id, n -> n.edition() > first.edition());
        assertThat(second.files()).hasSize(1);
        assertThat(content(second.files().getFirst())).isEqualTo(bytes);
    }

    @Test
    default void aChangedNoteIsANewEdition() {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();
        var id = agent().notes(note("Changed", cast().anna()));
        var before = awaitNote(cursor, id, n -> !n.gone());
        var title = ContractKnowledge.unique("Changed already");

        agent().rewritesNote(id, title, "<p>Nowe słowa</p>");

        var after =
                awaitNote(cursor, id, n -> n.title().equals(title) && n.html().contains("Nowe słowa"));
        assertThat(after.edition()).isGreaterThan(before.edition());
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.html()).doesNotContain("gęślą");
        assertThat(after.writtenAt()).isEqualTo(before.writtenAt());
    }

    @Test
    default void whoeverItIsNoLongerForIsNotNamedAnyMore() {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();
        var id = agent().notes(note("To the other", cast().anna()));
        var before = awaitNote(cursor, id, n -> !n.gone());

        agent().redirectsNote(id, List.of(cast().marek().personId()));

        var after = awaitNote(
                cursor, id, n -> n.personIds().equals(List.of(cast().marek().personId())));
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.edition()).isEqualTo(before.edition());
    }

    @Test
    default void aWithdrawnNoteIsGone() {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();
        var id = agent().notes(
                        note("Withdrawn", cast().anna()),
                        ContractCast.file("a.pdf", "application/pdf", ContractCast.bytes(100, 5)));
        var before = awaitNote(cursor, id, n -> n.files().size() == 1);

        agent().withdrawsNote(id);

        var gone = awaitNote(cursor, id, Note::gone);
        assertThat(gone.version()).isGreaterThan(before.version());
        assertThat(gone.files()).isEmpty();
        assertThat(gone.html()).isEmpty();
        assertThat(gone.title()).isEmpty();
    }

    @Test
    default void theMarkOfAReaderArrivesOnceAndComesBack() {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();
        var id = agent().notes(note("Read", cast().anna()));
        var unread = awaitNote(cursor, id, n -> !n.gone());
        var read = read(cast().anna(), unread);
        assertThat(itsm().find(read)).isEmpty();

        assertThat(itsm().deliver(read).ticketId()).isEqualTo(id);
        itsm().deliver(read);

        assertThat(itsm().find(read)).isPresent();
        assertThat(agent().marks(id)).containsExactly(new Mark(cast().anna().name(), read.writtenAt()));
        var back = awaitNote(cursor, id, n -> !n.reads().isEmpty());
        assertThat(back.reads())
                .containsExactly(new Note.Read(
                        cast().anna().personId(),
                        unread.edition(),
                        read.writtenAt(),
                        read.key().value()));
        assertThat(back.edition()).isEqualTo(unread.edition());
        assertThat(back.version()).isGreaterThan(unread.version());
    }

    @Test
    default void eachReadsForThemselvesAndEachEditionAnew() {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();
        var id = agent().notes(note("For two", cast().anna(), cast().marek()));
        var first = awaitNote(cursor, id, n -> n.personIds().size() == 2);
        itsm().deliver(read(cast().anna(), first));
        itsm().deliver(read(cast().marek(), first));
        agent().rewritesNote(id, first.title(), "<p>Again</p>");
        var second = awaitNote(cursor, id, n -> n.edition() > first.edition());

        itsm().deliver(read(cast().anna(), second));
        // the same person, the same words, another key: the agent sees one mark
        itsm().deliver(read(cast().anna(), second));

        var back = awaitNote(cursor, id, n -> n.reads().size() >= 3);
        assertThat(back.reads())
                .extracting(Note.Read::personId, Note.Read::edition)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(cast().anna().personId(), first.edition()),
                        org.assertj.core.groups.Tuple.tuple(cast().marek().personId(), first.edition()),
                        org.assertj.core.groups.Tuple.tuple(cast().anna().personId(), second.edition()));
    }

    @Test
    default void theMarkOfWhatIsNotThereIsGone() {
        assertRejected(
                Reason.GONE, new NewNoteRead(ContractCast.newKey(), cast().anna(), ContractCast.now(), "99999999", 1));
    }

    @Test
    default void readFromTheBeginningANoteIsAsItCame() {
        assumeCan(Ability.NOTES);
        var cursor = cursorNow();
        var id = agent().notes(note("Read again", cast().anna()));
        itsm().deliver(read(cast().anna(), awaitNote(cursor, id, n -> !n.gone())));
        var came = awaitNote(cursor, id, n -> !n.reads().isEmpty());

        var feed = new ContractFeed(itsm(), null).readToEnd();

        assertThat(feed.note(id)).contains(came);
    }

    private static NewNoteRead read(Writer writer, Note note) {
        return new NewNoteRead(ContractCast.newKey(), writer, ContractCast.now(), note.id(), note.edition());
    }

    /** As an agent writes it; id, author, files, edition and version are the platform's. */
    static Note note(String title, Writer... readers) {
        return new Note(
                "",
                ContractKnowledge.unique(title),
                "<p>Zażółć <b>gęślą</b> jaźń &lt;script&gt;</p>",
                List.of(readers).stream().map(Writer::personId).toList(),
                "",
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                List.of(),
                false,
                0);
    }
}
