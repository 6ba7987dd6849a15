package org.clientportal.portal.sync;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The platform's lists as last read. Pages take them from memory; what another node stored is seen within seconds. */
@Component
public class PlatformLists {

    private static final long REFRESH_MS = 15_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Catalogue current = new Catalogue(List.of(), List.of(), "", List.of());

    PlatformLists(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public Catalogue now() {
        return current;
    }

    /** What a status of the platform means; unknown ones count as work under way. */
    public StatusMeaning meaningOf(String statusId) {
        return current.statuses().stream()
                .filter(status -> status.id().equals(statusId))
                .map(Catalogue.Status::meaning)
                .findFirst()
                .orElse(StatusMeaning.IN_WORK);
    }

    public Optional<Catalogue.Choice> category(String id) {
        return choice(current.categories(), id);
    }

    public Optional<Catalogue.Choice> priority(String id) {
        return choice(current.priorities(), id);
    }

    private static Optional<Catalogue.Choice> choice(List<Catalogue.Choice> among, String id) {
        return among.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }

    /** Within the caller's work transaction. */
    void store(Catalogue catalogue) {
        jdbc.sql("""
                        insert into platform_catalogue (value, taken_at) values (cast(? as jsonb), ?)
                        on conflict (id) do update set value = excluded.value, taken_at = excluded.taken_at""")
                .params(json.writeValueAsString(catalogue), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        current = catalogue;
    }

    @Scheduled(fixedDelay = REFRESH_MS)
    @WorkTransaction
    void refresh() {
        jdbc.sql("select value from platform_catalogue")
                .query(String.class)
                .optional()
                .ifPresent(stored -> current = json.readValue(stored, Catalogue.class));
    }
}
