package org.clientportal.portal.notes;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Person;
import org.clientportal.mail.HtmlText;
import org.clientportal.portal.conversation.AgentHtml;
import org.clientportal.portal.conversation.FileRows;
import org.clientportal.portal.conversation.FileRows.Owner;
import org.clientportal.ports.NoteIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes of the platform: their words made safe, for whom they are, their files, who read them. */
@Component
class NoteMirror implements NoteIntake {

    /** A first reading of everything brings notes of years: only of what is newer people are told. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final int LONGEST_TITLE = 80;

    private final JdbcClient jdbc;
    private final NoteReaders readers;
    private final NoteFinds search;
    private final FileRows attachments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoteMirror(
            JdbcClient jdbc,
            NoteReaders readers,
            NoteFinds search,
            FileRows attachments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.search = search;
        this.attachments = attachments;
        this.events = events;
        this.clock = clock;
    }

    private record Stored(long edition, boolean gone) {}

    @Override
    public void take(List<Note> notes) {
        for (var note : notes) {
            var before = stored(note.id());
            // a platform may tell that something is gone which the portal never saw
            if (!note.gone() || before.isPresent()) {
                take(note, before.orElse(null));
            }
        }
    }

    @Override
    public void peopleArrived(List<Person> people) {
        readers.peopleArrived(people.stream().map(Person::id).toList());
    }

    private Optional<Stored> stored(String platformId) {
        return jdbc.sql("select edition, gone from note where platform_id = ?")
                .param(platformId)
                .query((row, number) -> new Stored(row.getLong(1), row.getBoolean(2)))
                .optional();
    }

    private void take(Note note, @Nullable Stored before) {
        store(note).ifPresent(id -> {
            var files = note.gone() ? List.<FileRef>of() : note.files();
            var fresh = readers.take(id, note);
            readers.takeReads(id, note);
            search.changed(id);
            attachments.store(Owner.NOTE, id, files, attachments.ids(Owner.NOTE, files));
            if (!note.gone() && isNews(note, before)) {
                tell(id, note, before, List.copyOf(fresh));
            }
        });
    }

    private boolean isNews(Note note, @Nullable Stored before) {
        return before != null || note.changedAt().isAfter(clock.instant().minus(NEWS));
    }

    private void tell(long id, Note note, @Nullable Stored before, List<Long> fresh) {
        var unread = readers.withoutReading(id, note.edition());
        var newTo = new ArrayList<>(unread);
        newTo.retainAll(fresh);
        if (!newTo.isEmpty()) {
            events.publishEvent(new NoteWritten(id, newTo, false));
        }
        if (before != null && before.edition() < note.edition()) {
            unread.removeAll(fresh);
            if (!unread.isEmpty()) {
                events.publishEvent(new NoteWritten(id, List.copyOf(unread), true));
            }
        }
    }

    /** Empty when the mirror already has this version or a newer one. */
    private Optional<Long> store(Note note) {
        var html = AgentHtml.safe(clean(note.html()));
        var text = HtmlText.read(html);
        return jdbc.sql("""
                        insert into note (platform_id, title, html, body_text, author, written_at, changed_at, edition, gone, version)
                        values (:id, :title, :html, :text, :author, :written, :changed, :edition, :gone, :version)
                        on conflict (platform_id) do update set title = excluded.title, html = excluded.html,
                          body_text = excluded.body_text, author = excluded.author, written_at = excluded.written_at,
                          changed_at = excluded.changed_at, edition = excluded.edition, gone = excluded.gone, version = excluded.version
                        where note.version < excluded.version
                        returning id""")
                .param("id", note.id())
                .param("title", title(note, text))
                .param("html", html)
                .param("text", text)
                .param("author", clean(note.author()).strip())
                .param("written", note.writtenAt().atOffset(ZoneOffset.UTC))
                .param("changed", note.changedAt().atOffset(ZoneOffset.UTC))
                .param("edition", note.edition())
                .param("gone", note.gone())
                .param("version", note.version())
                .query(Long.class)
                .optional();
    }

    /** In one line; a note that was given none is called by its first words. */
    private static String title(Note note, String text) {
        var title = clean(note.title()).replaceAll("\\s+", " ").strip();
        if (!title.isEmpty() || note.gone()) {
            return title;
        }
        var words = text.replaceAll("\\s+", " ").strip();
        return words.isEmpty()
                ? "–"
                : words.length() <= LONGEST_TITLE
                        ? words
                        : words.substring(0, LONGEST_TITLE).strip() + "…";
    }

    /** The database keeps no U+0000. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
