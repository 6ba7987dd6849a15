package org.clientportal.portal.assets;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Person;
import org.clientportal.portal.conversation.FileRows;
import org.clientportal.portal.conversation.FileRows.Owner;
import org.clientportal.ports.AssetIntake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assets of the platform: their facts, who has them, their documents. */
@Component
class AssetMirror implements AssetIntake {

    private final JdbcClient jdbc;
    private final AssetHolders holders;
    private final AssetFinds search;
    private final FileRows attachments;

    AssetMirror(JdbcClient jdbc, AssetHolders holders, AssetFinds search, FileRows attachments) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.search = search;
        this.attachments = attachments;
    }

    @Override
    public void take(List<Asset> assets) {
        assets.stream()
                // a platform may tell that something is gone which the portal never saw
                .filter(asset -> !asset.gone() || isKnown(asset.id()))
                .forEach(this::take);
    }

    @Override
    public void peopleArrived(List<Person> people) {
        holders.peopleArrived(people.stream().map(Person::id).toList());
    }

    private boolean isKnown(String platformId) {
        return jdbc.sql("select exists (select from asset where platform_id = ?)")
                .param(platformId)
                .query(Boolean.class)
                .single();
    }

    private void take(Asset asset) {
        store(asset).ifPresent(id -> {
            var files = asset.gone() ? List.<org.clientportal.itsm.Entry.FileRef>of() : asset.files();
            holders.take(id, asset);
            search.changed(id);
            attachments.store(Owner.ASSET, id, files, attachments.ids(Owner.ASSET, files));
        });
    }

    /** Empty when the mirror already has this version or a newer one. */
    private Optional<Long> store(Asset asset) {
        return jdbc.sql("""
                        insert into asset (platform_id, kind, name, model, maker, code, serial, state, state_name, held_since, return_by,
                          warranty_until, location, fields, changed_at, gone, version)
                        values (:id, :kind, :name, :model, :maker, :code, :serial, :state, :word, :since, :return, :warranty, :location,
                          :fields, :changed, :gone, :version)
                        on conflict (platform_id) do update set kind = excluded.kind, name = excluded.name, model = excluded.model,
                          maker = excluded.maker, code = excluded.code, serial = excluded.serial, state = excluded.state,
                          state_name = excluded.state_name, held_since = excluded.held_since, return_by = excluded.return_by,
                          warranty_until = excluded.warranty_until, location = excluded.location, fields = excluded.fields,
                          changed_at = excluded.changed_at, gone = excluded.gone, version = excluded.version
                        where asset.version < excluded.version
                        returning id""")
                .param("id", asset.id())
                .param("kind", asset.kind().name())
                .param("name", asset.name().strip())
                .param("model", asset.model().strip())
                .param("maker", asset.maker().strip())
                .param("code", asset.code(), Types.VARCHAR)
                .param("serial", asset.serial(), Types.VARCHAR)
                .param("state", asset.state().name())
                .param("word", asset.stateName().strip())
                .param("since", asset.heldSince(), Types.DATE)
                .param("return", asset.returnBy(), Types.DATE)
                .param("warranty", asset.warrantyUntil(), Types.DATE)
                .param("location", asset.location().strip())
                .param(
                        "fields",
                        asset.fields().stream()
                                .flatMap(field -> Stream.of(field.name(), field.value()))
                                .toArray(String[]::new))
                .param("changed", asset.changedAt().atOffset(ZoneOffset.UTC))
                .param("gone", asset.gone())
                .param("version", asset.version())
                .query(Long.class)
                .optional();
    }
}
