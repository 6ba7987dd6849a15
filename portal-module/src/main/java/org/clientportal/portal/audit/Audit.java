package org.clientportal.portal.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Writes deeds, in the transaction of whoever does them: no deed without its record, no record without its deed. */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Records it with the moment and the network address of the request that is being answered, if one is. */
    public void note(Deed deed) {
        jdbc.sql("""
                        select audit_note(:at, :actorKind, :actor, :address, :act, :kind, :subject, :name,
                          cast(:before as jsonb), cast(:after as jsonb))""")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actorKind", deed.actor().kind().name())
                .param("actor", deed.actor().name())
                .param("address", address())
                .param("act", deed.act())
                .param("kind", deed.subject().kind())
                .param("subject", deed.subject().id())
                .param("name", deed.subject().name())
                .param("before", text(deed.before()))
                .param("after", text(deed.after()))
                .query((row, number) -> true)
                .single();
    }

    private @Nullable String text(Map<String, ?> values) {
        return values.isEmpty() ? null : json.writeValueAsString(values);
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
