package org.clientportal.portal.assets;

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

/** Why somebody sees an asset: its reader rows, or that they had it. */
@Component
class AssetExplanations implements Explained {

    private static final Pattern ASSET = Pattern.compile("/equipment/([^/]+)(/.*)?");

    private final JdbcClient jdbc;

    AssetExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Because> explain(Viewer who, String path) {
        if (path.equals(AssetPaths.ALL)) {
            return Optional.of(new Because(Feature.ASSETS, true, List.of("a page of the feature itself")));
        }
        var asset = ASSET.matcher(path);
        return asset.matches()
                ? Optional.of(because(who, URLDecoder.decode(asset.group(1), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private record Reader(String scope, String reason) {}

    private Because because(Viewer who, String platformId) {
        var rows = jdbc.sql("""
                        select r.scope, r.reason from asset_reader r join asset a on a.id = r.asset
                        where a.platform_id = ? and not a.gone order by r.scope""")
                .param(platformId)
                .query((row, number) -> new Reader(row.getString("scope"), row.getString("reason")))
                .list();
        var own = rows.stream()
                .filter(row -> who.audiences().contains(row.scope()))
                .toList();
        var open = own.stream()
                .filter(row -> !row.reason().equals("organisation") || who.has(Feature.ORGANISATION_ASSETS))
                .map(row -> "reader row " + row.scope() + ", " + row.reason())
                .toList();
        if (!open.isEmpty()) {
            return new Because(Feature.ASSETS, true, open);
        }
        if (!own.isEmpty()) {
            return new Because(
                    Feature.ORGANISATION_ASSETS, false, List.of("it is shared by the person's organisation"));
        }
        return held(who, platformId)
                ? new Because(Feature.ASSETS, true, List.of("they had it: its name, code and dates only"))
                : new Because(
                        Feature.ASSETS,
                        false,
                        List.of(
                                rows.isEmpty()
                                        ? "nobody has such an asset"
                                        : "no reader row for " + String.join(" or ", who.audiences())));
    }

    private boolean held(Viewer who, String platformId) {
        return jdbc.sql("select exists (select from asset_holding where platform_id = ? and scope = ?)")
                .params(platformId, "a:" + who.ownScope())
                .query(Boolean.class)
                .single();
    }
}
