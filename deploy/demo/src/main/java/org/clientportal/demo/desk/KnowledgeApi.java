package org.clientportal.demo.desk;

import java.io.IOException;
import org.clientportal.itsm.Announcement;
import org.jspecify.annotations.Nullable;

/**
 * The authors' work as JSON, for tests and scripts; not part of the contract. Bodies are {@code application/json}.
 *
 * <pre>
 * GET    /agent/articles                    all, those not published included
 * POST   /agent/articles                    {title, summary?, html?, language?, category?, keywords?, audience?, relatedIds?,
 *                                           validFrom?, validUntil?}; {@code src="file:NAME"} for files that follow
 * PUT    /agent/articles/{id}               {title?, html?}
 * POST   /agent/articles/{id}/files?name=…  the bytes
 * PUT    /agent/articles/{id}/published     {published}
 * GET    /agent/articles/{id}/verdicts
 * GET    /agent/announcements
 * POST   /agent/announcements               an announcement of the contract, without id and version
 * DELETE /agent/announcements/{id}          withdrawn, or over
 * </pre>
 */
final class KnowledgeApi {

    private static final String ARTICLE = "/agent/articles/{id}";

    private final Register register;
    private final Knowledge knowledge;
    private final DeskFiles files;

    KnowledgeApi(Register register, Knowledge knowledge, DeskFiles files) {
        this.register = register;
        this.knowledge = knowledge;
        this.files = files;
    }

    private record Rewritten(
            @Nullable String title, @Nullable String html) {}

    private record Published(boolean published) {}

    private record Made(String id) {}

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/agent/articles", call -> call.json(register.read(view -> view.articles())));
        router.on(
                "POST",
                "/agent/articles",
                call -> call.json(new Made(knowledge.publish(call.body(ArticleDraft.class)))));
        router.on("PUT", ARTICLE, call -> {
            var now = call.body(Rewritten.class);
            knowledge.change(
                    call.path("id"),
                    old -> old.with(
                            now.title() == null ? old.title() : now.title(),
                            now.html() == null ? old.html() : now.html(),
                            old.files()),
                    true);
            call.done();
        });
        router.on("POST", ARTICLE + "/files", this::attach);
        router.on("PUT", ARTICLE + "/published", call -> {
            knowledge.publish(call.path("id"), call.body(Published.class).published());
            call.done();
        });
        router.on(
                "GET",
                ARTICLE + "/verdicts",
                call -> call.json(register.read(view -> view.verdicts()).stream()
                        .filter(verdict -> verdict.articleId().equals(call.path("id")))
                        .toList()));
        router.on("GET", "/agent/announcements", call -> call.json(register.read(view -> view.announcements())));
        router.on(
                "POST",
                "/agent/announcements",
                call -> call.json(new Made(knowledge.announce(call.body(Announcement.class)))));
        router.on("DELETE", "/agent/announcements/{id}", call -> {
            knowledge.withdraw(call.path("id"));
            call.done();
        });
    }

    private void attach(Call call) throws IOException {
        var name = call.query("name").orElse("file");
        var type = call.query("type").orElse("application/octet-stream");
        knowledge.attach(call.path("id"), AgentApi.store(files, call.body(), name, type));
        call.done();
    }
}
