package org.clientportal.demo.desk;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Person;
import org.jspecify.annotations.Nullable;

/** The pages on which a newcomer writes a note for somebody, changes or withdraws it, and sees who read it. */
final class NotePages {

    private final Register register;
    private final Notes notes;
    private final DeskFiles files;
    private final PageFrame frame;

    NotePages(Register register, Notes notes, DeskFiles files, PageFrame frame) {
        this.register = register;
        this.notes = notes;
        this.files = files;
        this.frame = frame;
    }

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/notes", this::list);
        router.on("POST", "/notes", call -> save(call, null));
        router.on("GET", "/notes/new", call -> page(call, "New note", null));
        router.on("GET", "/notes/{id}", call -> {
            var note = register.read(view -> view.note(call.path("id")));
            if (note.isEmpty()) {
                call.html(404, frame.draw("missing", frame.model(call, "Not here")));
            } else {
                page(call, note.get().title(), note.get());
            }
        });
        router.on("POST", "/notes/{id}", call -> save(call, call.path("id")));
        router.on("POST", "/notes/{id}/gone", call -> {
            notes.withdraw(call.path("id"));
            call.seeOther("/notes");
        });
        router.on("POST", "/notes/{id}/files/{file}/gone", call -> {
            notes.change(call.path("id"), old -> old.without(call.path("file")), frame.me(call));
            back(call, call.path("id"));
        });
        router.on("GET", "/notes/{id}/files/{file}", call -> {
            var ref = register.read(view -> view.note(call.path("id"))).stream()
                    .flatMap(note -> note.files().stream())
                    .filter(file -> file.id().equals(call.path("file")))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "file " + call.path("file")));
            AgentPages.send(call, ref, files);
        });
    }

    private static void back(Call call, String id) throws IOException {
        call.seeOther("/notes/" + AgentPages.encode(id));
    }

    private void list(Call call) throws IOException {
        var model = frame.model(call, "Notes");
        model.put(
                "rows",
                register.read(view -> view.notes().stream()
                        .sorted(Comparator.comparing(Note::changedAt).reversed())
                        .map(note -> row(note, view))
                        .toList()));
        call.html(200, frame.draw("notes", model));
    }

    private static Map<String, Object> row(Note note, Register.View view) {
        var row = new HashMap<String, Object>();
        row.put("id", note.id());
        row.put("title", note.title());
        row.put("for", HolderText.of(new Holders(note.personIds(), List.of(), List.of()), view));
        row.put("author", note.author());
        row.put("changed", Pages.time(note.changedAt()));
        row.put("gone", note.gone());
        row.put(
                "read",
                note.personIds().stream()
                        .filter(person -> note.reads().stream()
                                .anyMatch(read -> read.personId().equals(person) && read.edition() == note.edition()))
                        .count());
        row.put("of", note.personIds().size());
        return row;
    }

    private void page(Call call, String title, @Nullable Note note) throws IOException {
        var model = frame.model(call, title);
        model.put("id", note == null ? "" : note.id());
        model.put("name", note == null ? "" : note.title());
        model.put("html", note == null ? "" : note.html());
        model.put("gone", note != null && note.gone());
        model.put("files", note == null ? List.of() : note.files());
        model.put("edition", note == null ? 0 : note.edition());
        model.put(
                "readers",
                note == null
                        ? ""
                        : register.read(
                                view -> HolderText.of(new Holders(note.personIds(), List.of(), List.of()), view)));
        model.put("preview", note == null ? "" : Html.safe(note.html()));
        model.put("marks", note == null ? List.of() : register.read(view -> marks(note, view)));
        model.put(
                "people",
                register.read(view -> view.people().stream()
                        .filter(person -> person.active() && !person.addresses().isEmpty())
                        .map(person -> person.addresses().getFirst())
                        .sorted()
                        .toList()));
        call.html(200, frame.draw("note", model));
    }

    private static List<Map<String, Object>> marks(Note note, Register.View view) {
        return note.reads().reversed().stream()
                .map(read -> Map.<String, Object>of(
                        "name", view.person(read.personId()).map(Person::name).orElse(read.personId()),
                        "edition", read.edition(),
                        "now", read.edition() == note.edition(),
                        "at", Pages.time(read.at())))
                .toList();
    }

    private void save(Call call, @Nullable String id) throws IOException {
        var form = Multipart.of(call.header("Content-Type"), call.body());
        var fields = form.fields();
        var readers = register.read(view -> HolderText.parse(fields.getOrDefault("readers", ""), view));
        if (!readers.groups().isEmpty() || !readers.organisationIds().isEmpty()) {
            throw new IllegalArgumentException("a note is for people, not for groups or organisations");
        }
        var old = id == null
                ? List.<org.clientportal.itsm.Entry.FileRef>of()
                : register.read(view -> view.note(id))
                        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "note " + id))
                        .files();
        var draft = new Notes.Draft(
                fields.getOrDefault("title", "").strip(), fields.getOrDefault("html", ""), readers.personIds(), old);
        for (var file : form.files()) {
            draft = draft.with(AgentApi.store(files, file.open(), file.name(), file.contentType()));
        }
        var whole = draft;
        if (id == null) {
            back(call, notes.write(whole, frame.me(call)));
        } else {
            notes.change(id, before -> whole, frame.me(call));
            back(call, id);
        }
    }
}
