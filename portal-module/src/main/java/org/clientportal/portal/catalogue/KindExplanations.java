package org.clientportal.portal.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.access.Explained;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why somebody has a kind of request: its reader rows. */
@Component
class KindExplanations implements Explained {

    private static final Pattern FORM = Pattern.compile("/tickets/new/(?!plain$)([a-z][a-z0-9-]*)(/picture)?");

    private final JdbcClient jdbc;

    KindExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Because> explain(Viewer who, String path) {
        var form = FORM.matcher(path);
        return form.matches() ? Optional.of(because(who, form.group(1))) : Optional.empty();
    }

    private Because because(Viewer who, String name) {
        var retired = jdbc.sql("select retired from request_kind where name = ?")
                .param(name)
                .query(Boolean.class)
                .optional();
        if (retired.isEmpty() || retired.get()) {
            return no(retired.isEmpty() ? "there is no such kind of request" : "the kind of request was retired");
        }
        var scopes = jdbc.sql("""
                        select r.scope from request_kind_reader r join request_kind k on k.id = r.kind
                        where k.name = ? order by 1""").param(name).query(String.class).list();
        var reasons = scopes.stream()
                .filter(who.audiences()::contains)
                .map(scope -> "reader row " + scope)
                .toList();
        return reasons.isEmpty()
                ? no("no reader row for " + String.join(" or ", who.audiences()) + "; there are " + scopes.size()
                        + " for others")
                : new Because(Feature.TICKETS, true, reasons);
    }

    private static Because no(String why) {
        return new Because(Feature.TICKETS, false, List.of(why));
    }
}
