package org.clientportal.demo.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clientportal.demo.desk.Register.Step;
import org.clientportal.demo.desk.Submissions.Body;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Note.Read;

/** What agents do with notes for people. One that is withdrawn stays in the desk with its words; they do not leave it then. */
final class Notes {

    private final Register register;

    Notes(Register register) {
        this.register = register;
    }

    /**
     * What an agent writes of a note.
     *
     * @param personIds for whom it is; at least one
     */
    record Draft(String title, String html, List<String> personIds, List<FileRef> files) {

        Draft {
            html = html == null ? "" : html;
            personIds = personIds == null ? List.of() : List.copyOf(personIds);
            files = files == null ? List.of() : List.copyOf(files);
            if (title == null || title.isBlank()) {
                throw new IllegalArgumentException("a note needs a title");
            }
            if (personIds.isEmpty()) {
                throw new IllegalArgumentException("whom is the note for?");
            }
        }

        static Draft of(Note note) {
            return new Draft(note.title(), note.html(), note.personIds(), note.files());
        }

        Draft with(FileRef file) {
            return new Draft(title, html, personIds, Knowledge.replaced(files, file));
        }

        Draft without(String fileId) {
            return new Draft(
                    title,
                    html,
                    personIds,
                    files.stream().filter(file -> !file.id().equals(fileId)).toList());
        }

        /** Whether readers see something else; who they are is no word of it. */
        private boolean reads(Note note) {
            return title.equals(note.title()) && html.equals(note.html()) && files.equals(note.files());
        }
    }

    /** What the contract may show. */
    static Note published(Note n) {
        return n.gone()
                ? new Note(
                        n.id(),
                        "",
                        "",
                        List.of(),
                        "",
                        List.of(),
                        n.writtenAt(),
                        n.changedAt(),
                        n.edition(),
                        List.of(),
                        true,
                        n.version())
                : n;
    }

    static Note numbered(Note n, long version) {
        return new Note(
                n.id(),
                n.title(),
                n.html(),
                n.personIds(),
                n.author(),
                n.files(),
                n.writtenAt(),
                n.changedAt(),
                n.edition(),
                n.reads(),
                n.gone(),
                version);
    }

    String write(Draft draft, String author) {
        return register.act(step -> {
            requirePeople(step, draft);
            var id = "n" + (step.notes().size() + 1);
            var now = step.now();
            step.save(made(id, draft, author, now, now, 1, List.of(), false));
            return id;
        });
    }

    /** The agent who changes it is its author then. */
    void change(String id, UnaryOperator<Draft> change, String author) {
        register.act(step -> {
            var old = note(step, id);
            var draft = change.apply(Draft.of(old));
            requirePeople(step, draft);
            step.save(
                    draft.reads(old)
                            ? made(
                                    id,
                                    draft,
                                    old.author(),
                                    old.writtenAt(),
                                    old.changedAt(),
                                    old.edition(),
                                    old.reads(),
                                    false)
                            : made(
                                    id,
                                    draft,
                                    author,
                                    old.writtenAt(),
                                    step.now(),
                                    old.edition() + 1,
                                    old.reads(),
                                    false));
            return step;
        });
    }

    void withdraw(String id) {
        register.act(step -> {
            var old = note(step, id);
            step.save(made(
                    id,
                    Draft.of(old),
                    old.author(),
                    old.writtenAt(),
                    old.changedAt(),
                    old.edition(),
                    old.reads(),
                    true));
            return step;
        });
    }

    /** Kept with the note, also with one that is withdrawn since; one mark of a person and an edition. */
    static Delivered read(Step step, String key, Body body) {
        var meant = body.note();
        if (meant == null) {
            throw Submissions.invalid("note is needed");
        }
        var note = step.note(meant.id()).orElseThrow(() -> Submissions.gone("note " + meant.id()));
        var edition = meant.edition();
        var reader = body.writer().personId();
        if (note.reads().stream().noneMatch(read -> read.personId().equals(reader) && read.edition() == edition)) {
            var reads = new ArrayList<>(note.reads());
            reads.add(new Read(reader, edition, body.writtenAt(), key));
            step.save(made(
                    note.id(),
                    Draft.of(note),
                    note.author(),
                    note.writtenAt(),
                    note.changedAt(),
                    note.edition(),
                    reads,
                    note.gone()));
        }
        return new Delivered(note.id(), note.id(), null);
    }

    private static void requirePeople(Step step, Draft draft) {
        for (var id : draft.personIds()) {
            if (step.person(id).isEmpty()) {
                throw new IllegalArgumentException("nobody has the number " + id);
            }
        }
    }

    private static Note note(Register.View view, String id) {
        return view.note(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "note " + id));
    }

    private static Note made(
            String id,
            Draft draft,
            String author,
            Instant writtenAt,
            Instant changedAt,
            long edition,
            List<Read> reads,
            boolean gone) {
        return new Note(
                id,
                draft.title(),
                draft.html(),
                draft.personIds(),
                author,
                draft.files(),
                writtenAt,
                changedAt,
                edition,
                reads,
                gone,
                0);
    }
}
