package org.clientportal.demo.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clientportal.demo.desk.Register.Step;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Entry.FileRef;

/**
 * What agents do with articles and announcements. The desk keeps an article's words while it is not published; they do not
 * leave it then.
 */
final class Knowledge {

    private static final Audience NOBODY = new Audience(false, false, List.of(), List.of(), List.of());

    private final Register register;

    Knowledge(Register register) {
        this.register = register;
    }

    /** What the contract may show: nothing of one that is not published. */
    static Article published(Article a) {
        return a.gone()
                ? new Article(
                        a.id(),
                        "",
                        "",
                        "",
                        null,
                        List.of(),
                        List.of(),
                        NOBODY,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        a.createdAt(),
                        a.changedAt(),
                        true,
                        a.version())
                : a;
    }

    static Article numbered(Article a, long version) {
        return new Article(
                a.id(),
                a.title(),
                a.summary(),
                a.html(),
                a.language(),
                a.category(),
                a.keywords(),
                a.audience(),
                a.validFrom(),
                a.validUntil(),
                a.relatedIds(),
                a.files(),
                a.createdAt(),
                a.changedAt(),
                a.gone(),
                version);
    }

    static Announcement numbered(Announcement a, long version) {
        return new Announcement(
                a.id(),
                a.kind(),
                a.title(),
                a.text(),
                a.language(),
                a.audience(),
                a.from(),
                a.until(),
                a.gone(),
                version);
    }

    /** A new article, published at once. */
    String publish(ArticleDraft draft) {
        return register.act(step -> {
            var id = newId(step);
            var now = step.now();
            step.save(draft.article(id, now, now, false));
            return id;
        });
    }

    private static String newId(Step step) {
        var last = step.articles().stream()
                .map(article -> article.id().replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty() && digits.length() < 10)
                .mapToLong(Long::parseLong)
                .max()
                .orElse(1000);
        return "A-" + (last + 1);
    }

    void change(String id, UnaryOperator<ArticleDraft> change, boolean published) {
        register.act(step -> {
            var old = article(step, id);
            step.save(change.apply(ArticleDraft.of(old)).article(id, old.createdAt(), step.now(), !published));
            return step;
        });
    }

    /** Is it published? Nothing happens when it is so already. */
    void publish(String id, boolean published) {
        if (register.read(view -> article(view, id)).gone() == published) {
            change(id, same -> same, published);
        }
    }

    /** A further file; takes the place of one with the same name. */
    void attach(String id, FileRef file) {
        change(
                id,
                draft -> draft.with(file),
                !register.read(view -> article(view, id)).gone());
    }

    private static Article article(Register.View view, String id) {
        return view.article(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "article " + id));
    }

    /** Makes an announcement; its id, end and version are the desk's. */
    String announce(Announcement draft) {
        return register.act(step -> {
            var id = "n" + (step.announcements().size() + 1);
            step.save(new Announcement(
                    id,
                    draft.kind(),
                    draft.title(),
                    draft.text(),
                    draft.language(),
                    draft.audience(),
                    draft.from(),
                    draft.until(),
                    false,
                    0));
            return id;
        });
    }

    void withdraw(String id) {
        register.act(step -> {
            var a = step.announcement(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "announcement " + id));
            if (!a.gone()) {
                step.save(new Announcement(
                        id, a.kind(), a.title(), a.text(), a.language(), a.audience(), a.from(), a.until(), true, 0));
            }
            return a;
        });
    }

    static List<FileRef> replaced(List<FileRef> files, FileRef file) {
        var all = new ArrayList<>(files);
        all.removeIf(other -> other.name().equals(file.name()));
        all.add(file);
        return all;
    }
}
