package org.clientportal.portal.notes;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.access.Explained;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why somebody sees a note: its reader rows. */
@Component
class NoteExplanations implements Explained {

    private static final Pattern NOTE = Pattern.compile("/notes/([^/]+)(/.*)?");

    private final JdbcClient jdbc;

    NoteExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Because> explain(Viewer who, String path) {
        if (path.equals(NotePaths.ALL)) {
            return Optional.of(new Because(Feature.NOTES, true, List.of("a page of the feature itself")));
        }
        var note = NOTE.matcher(path);
        return note.matches()
                ? Optional.of(because(who, URLDecoder.decode(note.group(1), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private Because because(Viewer who, String platformId) {
        var scopes = jdbc.sql("""
                        select r.scope from note_reader r join note n on n.id = r.note
                        where n.platform_id = ? and not n.gone and (r.until is null or r.until > now()) order by r.scope""").param(platformId).query(String.class).list();
        var own = "a:" + who.ownScope();
        if (scopes.contains(own)) {
            return new Because(Feature.NOTES, true, List.of("reader row " + own + ", person"));
        }
        return new Because(
                Feature.NOTES,
                false,
                List.of(scopes.isEmpty() ? "nobody has such a note" : "no reader row for " + own));
    }
}
