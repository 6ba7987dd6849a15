package org.clientportal.portal.assets;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Asset.State;
import org.clientportal.portal.access.ViewerDefaults;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has an asset, as reader rows, and who had it, as holdings. Both change together, with the asset. */
@Component
class AssetHolders {

    /** In these nobody has it, whoever is still noted as its holder. */
    private static final Set<State> WITH_NOBODY = EnumSet.of(State.IN_STOCK, State.RETURNED, State.RETIRED);

    private final JdbcClient jdbc;
    private final ViewerDefaults defaults;

    AssetHolders(JdbcClient jdbc, ViewerDefaults defaults) {
        this.jdbc = jdbc;
        this.defaults = defaults;
    }

    void take(long id, Asset asset) {
        var held = asset.gone() || WITH_NOBODY.contains(asset.state()) ? Holders.NOBODY : asset.holders();
        var scopes = new LinkedHashMap<String, String>();
        known(held.personIds()).forEach((platformId, person) -> scopes.put("a:p:" + person, "person"));
        held.groups().forEach(group -> scopes.put("a:g:" + group, "group"));
        held.organisationIds().forEach(organisation -> scopes.put("a:o:" + organisation, "organisation"));
        readers(id, scopes);
        holdings(id, asset, Set.copyOf(scopes.keySet()));
        jdbc.sql("delete from asset_awaits where asset = ?").param(id).update();
        var known = known(held.personIds()).keySet();
        held.personIds().stream()
                .distinct()
                .filter(person -> !known.contains(person))
                .forEach(person -> jdbc.sql("insert into asset_awaits (asset, person_platform_id) values (?, ?)")
                        .params(id, person)
                        .update());
    }

    /** The portal's ids by the platform's. */
    private Map<String, Long> known(List<String> platformIds) {
        var found = new LinkedHashMap<String, Long>();
        if (!platformIds.isEmpty()) {
            jdbc.sql("select platform_id, id from person where platform_id in (:people)")
                    .param("people", platformIds)
                    .query((row, number) -> found.put(row.getString(1), row.getLong(2)))
                    .list();
        }
        return found;
    }

    private void readers(long id, Map<String, String> scopes) {
        jdbc.sql("delete from asset_reader where asset = ?").param(id).update();
        scopes.forEach((scope, reason) -> jdbc.sql("insert into asset_reader (scope, asset, reason) values (?, ?, ?)")
                .params(scope, id, reason)
                .update());
    }

    /** Ended first, with the name and code that its holder knew; then those that go on take the new ones. */
    private void holdings(long id, Asset asset, Set<String> scopes) {
        var changed = LocalDate.ofInstant(asset.changedAt(), defaults.timeZone());
        jdbc.sql("""
                        update asset_holding set until = greatest(since, cast(:day as date))
                        where asset = :asset and until is null and scope <> all (:scopes)""")
                .param("day", changed)
                .param("asset", id)
                .param("scopes", scopes.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        update asset_holding h set name = a.name, code = a.code, kind = a.kind from asset a
                        where a.id = h.asset and h.asset = ? and h.until is null""").param(id).update();
        scopes.forEach(scope -> begin(id, scope, changed));
    }

    /** A day before the asset was given back last cannot be the day it was handed out: the platform kept an old one. */
    private void begin(long id, String scope, LocalDate changed) {
        jdbc.sql("""
                        insert into asset_holding (asset, platform_id, scope, name, code, kind, since)
                        select a.id, a.platform_id, :scope, a.name, a.code, a.kind,
                          case when a.held_since >= coalesce((select max(h.until) from asset_holding h where h.asset = a.id), a.held_since)
                            then a.held_since else cast(:changed as date) end
                        from asset a where a.id = :asset
                        on conflict (asset, scope) where until is null do nothing""")
                .param("scope", scope)
                .param("changed", changed)
                .param("asset", id)
                .update();
    }

    /** The platform's ids of people who are in the mirror now. */
    void peopleArrived(List<String> platformIds) {
        if (platformIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with arrived as (
                          delete from asset_awaits w using person p
                          where p.platform_id = w.person_platform_id and w.person_platform_id in (:people)
                          returning w.asset, 'a:p:' || p.id as scope)
                        insert into asset_reader (scope, asset, reason)
                        select scope, asset, 'person' from arrived on conflict do nothing
                        returning asset, scope""")
                .param("people", platformIds)
                .query((row, number) -> new Arrived(row.getLong("asset"), row.getString("scope")))
                .list()
                .forEach(arrived -> begin(arrived.asset(), arrived.scope(), changedOf(arrived.asset())));
    }

    private record Arrived(long asset, String scope) {}

    private LocalDate changedOf(long asset) {
        return jdbc.sql("select cast(changed_at at time zone ? as date) from asset where id = ?")
                .params(defaults.timeZone().getId(), asset)
                .query(LocalDate.class)
                .single();
    }
}
