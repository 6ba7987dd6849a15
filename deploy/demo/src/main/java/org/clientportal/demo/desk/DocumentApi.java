package org.clientportal.demo.desk;

import java.io.IOException;
import java.util.List;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;

/**
 * The agents' work with documents as JSON, for tests and scripts; not part of the contract.
 *
 * <pre>
 * GET    /agent/documents                                          all, those taken back included
 * POST   /agent/documents                                          a document of the contract; id, versions and version are the desk's
 * POST   /agent/documents/{id}/versions?name=…&amp;type=…&amp;changes=…    the bytes of a newer version
 * PUT    /agent/documents/{id}/audience                            {open, everyone, organisationIds, groups, personIds}
 * DELETE /agent/documents/{id}                                     taken back
 * </pre>
 */
final class DocumentApi {

    private static final String DOCUMENT = "/agent/documents/{id}";

    private final Register register;
    private final Documents documents;
    private final DeskFiles files;

    DocumentApi(Register register, Documents documents, DeskFiles files) {
        this.register = register;
        this.documents = documents;
        this.files = files;
    }

    private record Made(String id) {}

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/agent/documents", call -> call.json(register.read(view -> view.documents())));
        router.on(
                "POST",
                "/agent/documents",
                call -> call.json(new Made(documents.issue(call.body(Document.class), List.of()))));
        router.on("POST", DOCUMENT + "/versions", this::version);
        router.on("PUT", DOCUMENT + "/audience", call -> {
            documents.address(call.path("id"), call.body(Audience.class));
            call.done();
        });
        router.on("DELETE", DOCUMENT, call -> {
            documents.takeBack(call.path("id"));
            call.done();
        });
    }

    private void version(Call call) throws IOException {
        var name = call.query("name").orElse("file");
        var type = call.query("type").orElse("application/octet-stream");
        documents.issueAgain(
                call.path("id"),
                AgentApi.store(files, call.body(), name, type),
                call.query("changes").orElse(""));
        call.done();
    }
}
