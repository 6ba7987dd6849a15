package org.clientportal.portal.announcements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.announcements.AnnouncementAdminController.New;
import org.clientportal.portal.announcements.AnnouncementAdminController.View;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What administrators announce. */
@Component
@WorkTransaction
class OwnAnnouncements {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AnnouncementRows rows;
    private final Audit audit;

    OwnAnnouncements(JdbcClient jdbc, Clock clock, AnnouncementRows rows, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rows = rows;
        this.audit = audit;
    }

    List<View> list(boolean all) {
        return ask(
                "where " + (all ? "true" : "not a.withdrawn and (a.ends_at is null or a.ends_at > ?)")
                        + " order by a.starts_at desc, a.id desc limit 200",
                all ? new Object[] {} : new Object[] {now()});
    }

    View add(New wanted, String actor) {
        var from = Optional.ofNullable(wanted.from()).orElseGet(clock::instant);
        if (wanted.until() != null && !wanted.until().isAfter(from)) {
            throw invalid("until is not after from");
        }
        var id = rows.storeOwn(new AnnouncementRows.Row(kind(wanted.kind()), from, wanted.until(), false, actor, 1));
        var audience =
                wanted.audience() == null || wanted.audience().isEmpty() ? List.of("everyone") : wanted.audience();
        rows.fill(id, texts(wanted), audience.stream().map(this::scope).toList());
        var view = one(id);
        audit.note(Deed.of(
                Deed.Actor.administrator(actor),
                "announcement.made",
                new Deed.Subject("announcement", view.id(), view.title())));
        return view;
    }

    View end(long id, String actor) {
        var view = one(id);
        if (!view.source().equals("portal")) {
            throw new AdminProblem(Reason.WRONG_STATE, "it is the platform's: end it there");
        }
        if (!view.state().equals("over")) {
            jdbc.sql("update announcement set withdrawn = true, changed_at = ?, changed_by = ? where id = ?")
                    .params(now(), actor, id)
                    .update();
            audit.note(Deed.of(
                    Deed.Actor.administrator(actor),
                    "announcement.ended",
                    new Deed.Subject("announcement", view.id(), view.title())));
        }
        return one(id);
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> invalid("kind is outage, planned-work or news"));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, AnnouncementRows.Text> texts(New wanted) {
        if (wanted.titles() == null || wanted.titles().isEmpty()) {
            throw invalid("a title is needed, in pl or en");
        }
        var texts = new HashMap<String, AnnouncementRows.Text>();
        wanted.titles().forEach((language, title) -> {
            var text = wanted.texts() == null ? "" : wanted.texts().getOrDefault(language, "");
            if (!List.of("pl", "en").contains(language)) {
                throw invalid("languages are pl and en");
            }
            if (title.isBlank() || title.length() > LONGEST_TITLE) {
                throw invalid("a title has 1 to " + LONGEST_TITLE + " characters");
            }
            if (text.length() > LONGEST_TEXT) {
                throw invalid("a text has at most " + LONGEST_TEXT + " characters");
            }
            texts.put(language, new AnnouncementRows.Text(title.strip(), text.strip()));
        });
        return texts;
    }

    private String scope(String word) {
        if (word.equals("everyone")) {
            return "a:*";
        }
        if (word.startsWith("group:") && word.length() > "group:".length()) {
            return "a:g:" + word.substring("group:".length()).strip();
        }
        if (word.startsWith("organisation:")) {
            var named = word.substring("organisation:".length()).strip();
            return "a:o:" + organisation(named);
        }
        throw invalid("an audience is everyone, organisation:… or group:…");
    }

    /** By the platform's id, or by a name that only one has. */
    private String organisation(String idOrName) {
        var found = jdbc.sql(
                        "select platform_id from organisation where platform_id = :word or lower(name) = lower(:word)")
                .param("word", idOrName)
                .query(String.class)
                .list();
        if (found.size() != 1) {
            throw invalid(
                    (found.isEmpty() ? "no organisation is called " : "several organisations are called ") + idOrName);
        }
        return found.getFirst();
    }

    private View one(long id) {
        return ask("where a.id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new AdminProblem(Reason.NOT_FOUND, "there is no announcement " + id));
    }

    private List<View> ask(String rest, Object... values) {
        return jdbc.sql("""
                        select a.id, a.kind, a.starts_at, a.ends_at, a.withdrawn, a.changed_by, a.platform_id,
                          (select t.title from announcement_text t where t.announcement = a.id
                            order by t.language = 'en' desc, t.language limit 1) as title,
                          array(select r.scope from announcement_reader r where r.announcement = a.id order by 1) as scopes,
                          (select count(*) from announcement_follower f where f.announcement = a.id) as affected
                        from announcement a
                        """ + rest)
                .params(values)
                .query((row, number) -> view(row))
                .list();
    }

    private View view(ResultSet row) throws SQLException {
        var until = row.getObject("ends_at", OffsetDateTime.class);
        var from = row.getObject("starts_at", OffsetDateTime.class).toInstant();
        var now = clock.instant();
        var over = row.getBoolean("withdrawn")
                || until != null && !until.toInstant().isAfter(now);
        return new View(
                Long.toString(row.getLong("id")),
                word(Kind.valueOf(row.getString("kind"))),
                row.getString("title"),
                audience((String[]) row.getArray("scopes").getArray()),
                from,
                until == null ? null : until.toInstant(),
                over ? "over" : from.isAfter(now) ? "planned" : "shown",
                row.getLong("affected"),
                row.getString("platform_id") == null ? "portal" : "platform",
                row.getString("changed_by"));
    }

    private static List<String> audience(String[] scopes) {
        var words = new ArrayList<String>();
        for (var scope : scopes) {
            words.add(
                    scope.equals("a:*")
                            ? "everyone"
                            : scope.replaceFirst("^a:o:", "organisation:").replaceFirst("^a:g:", "group:"));
        }
        return words;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static AdminProblem invalid(String why) {
        return new AdminProblem(Reason.INVALID, why);
    }
}
