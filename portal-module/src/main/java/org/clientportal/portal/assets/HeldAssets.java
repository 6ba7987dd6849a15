package org.clientportal.portal.assets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Field;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assets that a viewer has or had, within a page's transaction. */
@Component
class HeldAssets {

    /** So many at most of what was given back; older ones are forgotten by lists. */
    private static final int RETURNED = 100;

    /** One's own before what a group shares, that before what an organisation shares. */
    private static final String HELD = """
            select a.id, a.platform_id, a.kind, a.name, a.model, a.maker, a.code, a.serial, a.state, a.state_name,
              a.return_by, a.warranty_until, a.location, a.fields, r.reason,
              case r.reason when 'group' then substr(r.scope, 5)
                when 'organisation' then (select o.name from organisation o where o.platform_id = substr(r.scope, 5)) end as shared_by,
              coalesce((select h.since from asset_holding h where h.asset = a.id and h.scope = :own and h.until is null),
                a.held_since) as since
            from asset a cross join lateral (
              select r.scope, r.reason from asset_reader r
              where r.asset = a.id and r.scope in (:audiences) and (r.reason <> 'organisation' or :organisation)
                and (r.until is null or r.until > now())
              order by array_position(array['person', 'group', 'organisation'], r.reason), r.scope limit 1) r
            where not a.gone\s""";

    private final JdbcClient jdbc;

    HeldAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose it is. */
    enum Share {
        PERSON,
        GROUP,
        ORGANISATION
    }

    /**
     * What the viewer has.
     *
     * @param since null when nobody knows
     * @param sharedBy name of the group or organisation; null for one's own
     */
    record Held(
            long id,
            String platformId,
            Asset.Kind kind,
            String name,
            String model,
            String maker,
            @Nullable String code,
            @Nullable String serial,
            Asset.State state,
            String stateName,
            @Nullable LocalDate since,
            @Nullable LocalDate returnBy,
            @Nullable LocalDate warrantyUntil,
            String location,
            List<Field> fields,
            Share share,
            @Nullable String sharedBy) {

        String url() {
            return AssetPaths.asset(platformId);
        }
    }

    /** What the viewer had: no more than they knew when it was given back. */
    record Returned(
            String platformId,
            Asset.Kind kind,
            String name,
            @Nullable String code,
            LocalDate since,
            LocalDate until) {

        String url() {
            return AssetPaths.asset(platformId);
        }
    }

    /** A hand-over of an asset that the viewer has: own, other (nobody is named), group or organisation. */
    record HandOver(
            String whose,
            String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** One's own first, by name. */
    List<Held> of(Viewer viewer) {
        return ask(
                viewer,
                "order by array_position(array['person', 'group', 'organisation'], r.reason), a.name, a.id",
                Map.of());
    }

    Optional<Held> held(Viewer viewer, String platformId) {
        return ask(viewer, "and a.platform_id = :id", Map.of("id", platformId)).stream()
                .findFirst();
    }

    /** By the portal's ids, in this order; those the viewer does not have are left out. */
    List<Held> withIds(Viewer viewer, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : ask(viewer, "and a.id in (:ids)", Map.of("ids", ids)).stream()
                        .sorted(Comparator.comparing(asset -> ids.indexOf(asset.id())))
                        .toList();
    }

    /** The asset with a label; letters of either case, as people type them. */
    Optional<Held> labelled(Viewer viewer, String code) {
        return ask(viewer, "and upper(a.code) = upper(:code) order by a.id", Map.of("code", code.strip())).stream()
                .findFirst();
    }

    /** Of a ticket that the viewer sees. */
    List<Held> ofTicket(Viewer viewer, long ticket) {
        return ask(
                viewer,
                "and a.platform_id in (select t.asset from ticket_asset t where t.ticket = :ticket) order by a.name, a.id",
                Map.of("ticket", ticket));
    }

    List<HandOver> handOvers(long asset) {
        return jdbc.sql("select whose, name, since, until from asset_hand_overs(?)")
                .param(asset)
                .query((row, number) -> new HandOver(
                        row.getString("whose"),
                        row.getString("name"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    /** The last time of each, newest first; what the viewer has again is not among them. */
    List<Returned> returnedBy(Viewer viewer) {
        return returned(viewer, "", Map.of());
    }

    Optional<Returned> returned(Viewer viewer, String platformId) {
        return returned(viewer, "and h.platform_id = :id", Map.of("id", platformId)).stream()
                .findFirst();
    }

    private List<Returned> returned(Viewer viewer, String rest, Map<String, ?> values) {
        if (!viewer.has(Feature.ASSETS)) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from (
                          select distinct on (h.asset) h.platform_id, h.kind, h.name, h.code, h.since, h.until, h.id
                          from asset_holding h
                          where h.scope = :own and not exists (select from asset_holding now
                            where now.asset = h.asset and now.scope = h.scope and now.until is null) """ + rest + """

                          order by h.asset, h.until desc, h.id desc) last
                        order by until desc, id desc limit """ + " " + RETURNED)
                .param("own", own(viewer))
                .params(values)
                .query((row, number) -> new Returned(
                        row.getString("platform_id"),
                        Asset.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("code"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    private List<Held> ask(Viewer viewer, String rest, Map<String, ?> values) {
        return viewer.has(Feature.ASSETS)
                ? jdbc.sql(HELD + rest)
                        .param("own", own(viewer))
                        .param("audiences", viewer.audiences())
                        .param("organisation", viewer.has(Feature.ORGANISATION_ASSETS))
                        .params(values)
                        .query((row, number) -> held(row))
                        .list()
                : List.of();
    }

    private static String own(Viewer viewer) {
        return "a:" + viewer.ownScope();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getLong("id"),
                row.getString("platform_id"),
                Asset.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("model"),
                row.getString("maker"),
                row.getString("code"),
                row.getString("serial"),
                Asset.State.valueOf(row.getString("state")),
                row.getString("state_name"),
                row.getObject("since", LocalDate.class),
                row.getObject("return_by", LocalDate.class),
                row.getObject("warranty_until", LocalDate.class),
                row.getString("location"),
                fields((String[]) row.getArray("fields").getArray()),
                Share.valueOf(row.getString("reason").toUpperCase(java.util.Locale.ROOT)),
                row.getString("shared_by"));
    }

    private static List<Field> fields(String[] namesAndValues) {
        var fields = new ArrayList<Field>();
        for (int at = 0; at + 1 < namesAndValues.length; at += 2) {
            fields.add(new Field(namesAndValues[at], namesAndValues[at + 1]));
        }
        return List.copyOf(fields);
    }
}
