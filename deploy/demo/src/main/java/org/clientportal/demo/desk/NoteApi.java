package org.clientportal.demo.desk;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Person;
import org.jspecify.annotations.Nullable;

/**
 * The agents' work with notes as JSON, for tests and scripts; not part of the contract.
 *
 * <pre>
 * GET    /agent/notes                     all, those withdrawn included
 * POST   /agent/notes                     {title, html, personIds, author?}
 * PUT    /agent/notes/{id}                {title?, html?, personIds?, author?}
 * POST   /agent/notes/{id}/files?name=…   the bytes; takes the place of one with the same name
 * GET    /agent/notes/{id}/marks          who read which edition: {name, edition, at}, oldest first
 * DELETE /agent/notes/{id}                withdrawn
 * </pre>
 */
final class NoteApi {

    private static final String NOTE = "/agent/notes/{id}";
    private static final String SOMEBODY = "Katarzyna";

    private final Register register;
    private final Notes notes;
    private final DeskFiles files;

    NoteApi(Register register, Notes notes, DeskFiles files) {
        this.register = register;
        this.notes = notes;
        this.files = files;
    }

    private record Written(
            @Nullable String title,
            @Nullable String html,
            @Nullable List<String> personIds,
            @Nullable String author) {

        String by() {
            return author == null || author.isBlank() ? SOMEBODY : author;
        }
    }

    private record Made(String id) {}

    private record Mark(String name, long edition, Instant at) {}

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/agent/notes", call -> call.json(register.read(view -> view.notes())));
        router.on("POST", "/agent/notes", call -> {
            var written = call.body(Written.class);
            var draft = new Notes.Draft(
                    text(written.title(), ""),
                    text(written.html(), ""),
                    written.personIds() == null ? List.of() : written.personIds(),
                    List.of());
            call.json(new Made(notes.write(draft, written.by())));
        });
        router.on("PUT", NOTE, call -> {
            var now = call.body(Written.class);
            notes.change(
                    call.path("id"),
                    old -> new Notes.Draft(
                            text(now.title(), old.title()),
                            text(now.html(), old.html()),
                            now.personIds() == null ? old.personIds() : now.personIds(),
                            old.files()),
                    now.by());
            call.done();
        });
        router.on("POST", NOTE + "/files", this::attach);
        router.on("GET", NOTE + "/marks", call -> call.json(marks(call.path("id"))));
        router.on("DELETE", NOTE, call -> {
            notes.withdraw(call.path("id"));
            call.done();
        });
    }

    private static String text(@Nullable String written, String otherwise) {
        return written == null ? otherwise : written;
    }

    private List<Mark> marks(String id) {
        return register.read(view ->
                view.note(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "note " + id)).reads().stream()
                        .map(read -> new Mark(
                                view.person(read.personId()).map(Person::name).orElse(read.personId()),
                                read.edition(),
                                read.at()))
                        .toList());
    }

    private void attach(Call call) throws IOException {
        var name = call.query("name").orElse("file");
        var type = call.query("type").orElse("application/octet-stream");
        var file = AgentApi.store(files, call.body(), name, type);
        notes.change(call.path("id"), old -> old.with(file), SOMEBODY);
        call.done();
    }
}
