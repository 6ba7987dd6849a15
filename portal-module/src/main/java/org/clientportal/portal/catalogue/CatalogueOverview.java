package org.clientportal.portal.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an administrator sees of the catalogue. */
@Component
@WorkTransaction
class CatalogueOverview {

    private final JdbcClient jdbc;

    CatalogueOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A kind in force.
     *
     * @param audience reader scopes in the words of the file
     * @param sent requests in the last 90 days
     */
    record Row(String id, int version, String category, String name, List<String> audience, long sent) {}

    List<Row> kinds() {
        return jdbc.sql("""
                        select k.name, k.version, k.category, v.definition,
                          (select count(*) from ticket_request t where t.kind = k.id and t.at > now() - interval '90 days') as sent
                        from request_kind k join request_kind_version v on v.kind = k.id and v.version = k.version
                        where not k.retired order by k.category_position, k.position""")
                .query((row, number) -> {
                    var kind = CatalogueFile.kind(row.getString("definition"));
                    return new Row(
                            kind.id(),
                            kind.version(),
                            row.getString("category"),
                            kind.name().en(),
                            kind.audience(),
                            row.getLong("sent"));
                })
                .list();
    }

    /** A file that was applied; {@code number} gives it back. */
    record Applied(long number, Instant appliedAt, String appliedBy, List<String> changed) {}

    List<Applied> history() {
        return jdbc.sql("""
                        select c.id, c.applied_at, c.applied_by, array(select k.name || ' ' || v.version
                          from request_kind_version v join request_kind k on k.id = v.kind where v.catalogue = c.id
                          order by 1) as changed
                        from catalogue c order by c.id desc limit 100""")
                .query((row, number) -> new Applied(
                        row.getLong("id"),
                        Objects.requireNonNull(row.getObject("applied_at", OffsetDateTime.class))
                                .toInstant(),
                        row.getString("applied_by"),
                        Arrays.asList((String[]) row.getArray("changed").getArray())))
                .list();
    }
}
