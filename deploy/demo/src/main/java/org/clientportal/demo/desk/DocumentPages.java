package org.clientportal.demo.desk;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Entry.FileRef;

/** The pages on which a newcomer publishes a document, puts a newer version on top and takes it back. */
final class DocumentPages {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Register register;
    private final Documents documents;
    private final DeskFiles files;
    private final PageFrame frame;

    DocumentPages(Register register, Documents documents, DeskFiles files, PageFrame frame) {
        this.register = register;
        this.documents = documents;
        this.files = files;
        this.frame = frame;
    }

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/documents", this::list);
        router.on("POST", "/documents", this::add);
        router.on("GET", "/documents/{id}", this::page);
        router.on("POST", "/documents/{id}/versions", this::addVersion);
        router.on("POST", "/documents/{id}/audience", call -> {
            documents.address(call.path("id"), audience(call.form().getOrDefault("audience", "")));
            back(call, call.path("id"));
        });
        router.on("POST", "/documents/{id}/gone", call -> {
            documents.takeBack(call.path("id"));
            call.seeOther("/documents");
        });
        router.on("GET", "/documents/{id}/files/{file}", call -> {
            var ref = register.read(view -> view.document(call.path("id"))).stream()
                    .flatMap(document -> document.versions().stream())
                    .map(Document.Version::file)
                    .filter(file -> file.id().equals(call.path("file")))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "file " + call.path("file")));
            AgentPages.send(call, ref, files);
        });
    }

    private static void back(Call call, String id) throws IOException {
        call.seeOther("/documents/" + AgentPages.encode(id));
    }

    private Audience audience(String written) {
        return register.read(view -> AudienceText.parse(written, view.organisations(), view.people()));
    }

    private void list(Call call) throws IOException {
        var words = call.query("q").orElse("").strip();
        var model = frame.model(call, "Documents");
        model.put("q", words);
        model.put(
                "rows",
                register.read(view -> view.documents().stream()
                        .map(document -> row(document, view))
                        .filter(row -> (row.get("title") + " " + row.get("kind") + " " + row.get("audience"))
                                .toLowerCase(Locale.ROOT)
                                .contains(words.toLowerCase(Locale.ROOT)))
                        .sorted(Comparator.comparing(row -> String.valueOf(row.get("title"))))
                        .toList()));
        call.html(200, frame.draw("documents", model));
    }

    private static Map<String, Object> row(Document d, Register.View view) {
        var row = new HashMap<String, Object>();
        row.put("id", d.id());
        row.put("title", d.title());
        row.put("kind", d.kind());
        row.put("summary", d.summary());
        row.put("audience", AudienceText.of(d.audience(), view));
        row.put("gone", d.gone());
        var versions = new ArrayList<Map<String, Object>>();
        d.versions()
                .reversed()
                .forEach(version -> versions.add(Map.of(
                        "number",
                        version.number(),
                        "since",
                        MOMENT.format(version.since().atZone(Pages.HOME)),
                        "changes",
                        version.changes(),
                        "file",
                        version.file())));
        row.put("versions", versions);
        return row;
    }

    private void page(Call call) throws IOException {
        var found = register.read(view -> view.document(call.path("id")).map(document -> row(document, view)));
        if (found.isEmpty()) {
            call.html(404, frame.draw("missing", frame.model(call, "Not here")));
            return;
        }
        var model = frame.model(call, String.valueOf(found.get().get("title")));
        model.put("document", found.get());
        call.html(200, frame.draw("document", model));
    }

    private void add(Call call) throws IOException {
        var form = Multipart.of(call.header("Content-Type"), call.body());
        var id = documents.issue(
                new Document(
                        "",
                        form.fields().getOrDefault("title", "").strip(),
                        form.fields().getOrDefault("kind", "").strip(),
                        form.fields().getOrDefault("summary", "").strip(),
                        audience(form.fields().getOrDefault("audience", "")),
                        List.of(),
                        register.now(),
                        false,
                        0),
                stored(form));
        back(call, id);
    }

    private void addVersion(Call call) throws IOException {
        var form = Multipart.of(call.header("Content-Type"), call.body());
        for (var file : stored(form)) {
            documents.issueAgain(
                    call.path("id"),
                    file,
                    form.fields().getOrDefault("changes", "").strip());
        }
        back(call, call.path("id"));
    }

    private List<FileRef> stored(Multipart form) throws IOException {
        var refs = new ArrayList<FileRef>();
        for (var file : form.files()) {
            refs.add(AgentApi.store(files, file.open(), file.name(), file.contentType()));
        }
        return refs;
    }
}
