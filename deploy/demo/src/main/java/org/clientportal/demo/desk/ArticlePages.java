package org.clientportal.demo.desk;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.jspecify.annotations.Nullable;

/** The pages on which a newcomer writes articles and reads what people said of them. */
final class ArticlePages {

    private final Register register;
    private final Knowledge knowledge;
    private final DeskFiles files;
    private final PageFrame frame;

    ArticlePages(Register register, Knowledge knowledge, DeskFiles files, PageFrame frame) {
        this.register = register;
        this.knowledge = knowledge;
        this.files = files;
        this.frame = frame;
    }

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/articles", this::list);
        router.on("POST", "/articles", call -> save(call, null));
        router.on("GET", "/articles/new", call -> page(call, "New article", null));
        router.on("GET", "/articles/{id}", call -> {
            var article = register.read(view -> view.article(call.path("id")));
            if (article.isEmpty()) {
                call.html(404, frame.draw("missing", frame.model(call, "Not here")));
            } else {
                page(call, article.get().title(), article.get());
            }
        });
        router.on("POST", "/articles/{id}", call -> save(call, call.path("id")));
        router.on("GET", "/articles/{id}/files/{file}", call -> {
            var ref = register.read(view -> view.article(call.path("id"))).stream()
                    .flatMap(article -> article.files().stream())
                    .filter(file -> file.id().equals(call.path("file")))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "file " + call.path("file")));
            AgentPages.send(call, ref, files);
        });
    }

    private void list(Call call) throws IOException {
        var words = call.query("q").orElse("").strip();
        var wanted = words.toLowerCase(Locale.ROOT);
        var model = frame.model(call, "Articles");
        model.put("q", words);
        model.put(
                "rows",
                register.read(view -> view.articles().stream()
                        .filter(article -> (article.id() + " " + article.title() + " " + article.category())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .sorted(Comparator.comparing(Article::changedAt).reversed())
                        .map(article -> row(article, view))
                        .toList()));
        call.html(200, frame.draw("articles", model));
    }

    private static Map<String, Object> row(Article article, Register.View view) {
        var verdicts = verdicts(article, view);
        var row = new HashMap<String, Object>();
        row.put("id", article.id());
        row.put("title", article.title());
        row.put("category", String.join(" / ", article.category()));
        row.put("language", article.language() == null ? "" : article.language());
        row.put("audience", AudienceText.of(article.audience(), view).replace("\n", ", "));
        row.put("published", !article.gone());
        row.put("changed", Pages.time(article.changedAt()));
        row.put("helped", verdicts.stream().filter(DeskVerdict::helped).count());
        row.put("not", verdicts.stream().filter(verdict -> !verdict.helped()).count());
        return row;
    }

    private static List<DeskVerdict> verdicts(Article article, Register.View view) {
        return view.verdicts().stream()
                .filter(verdict -> verdict.articleId().equals(article.id()))
                .toList();
    }

    private void page(Call call, String title, @Nullable Article article) throws IOException {
        var model = frame.model(call, title);
        var draft = article == null ? null : ArticleDraft.of(article);
        model.put("id", article == null ? "" : article.id());
        model.put("published", article == null || !article.gone());
        model.put("name", draft == null ? "" : draft.title());
        model.put("summary", draft == null ? "" : draft.summary());
        model.put("html", draft == null ? "" : draft.html());
        model.put("language", draft == null || draft.language() == null ? "pl" : draft.language());
        model.put("category", draft == null ? "" : String.join(" / ", draft.category()));
        model.put("keywords", draft == null ? "" : String.join(", ", draft.keywords()));
        model.put("related", draft == null ? "" : String.join(", ", draft.relatedIds()));
        var audience = draft == null ? Audience.EVERYONE : draft.audience();
        model.put("audience", register.read(view -> AudienceText.of(audience, view)));
        model.put("files", article == null ? List.of() : article.files());
        model.put("preview", article == null ? "" : Html.article(article));
        model.put(
                "verdicts",
                article == null
                        ? List.of()
                        : register.read(view -> verdicts(article, view)).reversed().stream()
                                .map(ArticlePages::verdict)
                                .toList());
        call.html(200, frame.draw("article", model));
    }

    private static Map<String, Object> verdict(DeskVerdict verdict) {
        return Map.of(
                "name", verdict.name(),
                "helped", verdict.helped(),
                "reason", verdict.reason(),
                "at", Pages.time(verdict.at()));
    }

    private void save(Call call, @Nullable String id) throws IOException {
        var form = Multipart.of(call.header("Content-Type"), call.body());
        var fields = form.fields();
        var audience = register.read(
                view -> AudienceText.parse(fields.getOrDefault("audience", ""), view.organisations(), view.people()));
        var old = id == null
                ? null
                : ArticleDraft.of(register.read(view -> view.article(id))
                        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "article " + id)));
        var draft = new ArticleDraft(
                fields.getOrDefault("title", "").strip(),
                fields.getOrDefault("summary", "").strip(),
                fields.getOrDefault("html", ""),
                fields.getOrDefault("language", "pl"),
                parts(fields.getOrDefault("category", ""), "/"),
                parts(fields.getOrDefault("keywords", ""), ","),
                audience,
                old == null ? null : old.validFrom(),
                old == null ? null : old.validUntil(),
                parts(fields.getOrDefault("related", ""), ","),
                old == null ? List.of() : old.files());
        for (var file : form.files()) {
            draft = draft.with(AgentApi.store(files, file.open(), file.name(), file.contentType()));
        }
        var whole = draft;
        var saved = id;
        if (saved == null) {
            saved = knowledge.publish(whole);
        } else {
            knowledge.change(saved, before -> whole, !"no".equals(fields.get("published")));
        }
        call.seeOther("/articles/" + AgentPages.encode(saved));
    }

    private static List<String> parts(String text, String between) {
        return Stream.of(text.split(between))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
