package org.clientportal.portal.assets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.Findable;
import org.clientportal.portal.search.Finds;
import org.clientportal.portal.search.Hit;
import org.clientportal.portal.search.Marked;
import org.clientportal.portal.search.Marks;
import org.clientportal.portal.search.SearchIndex;
import org.clientportal.portal.web.Frame;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assets can be found: by code and serial number, name, maker and model, place and further facts. */
@Component
@Order(15)
class AssetFinds implements Finds {

    private static final String KIND = "asset";

    private static final String DOCUMENT = """
            select id, code, serial, name, maker, model, location, fields, changed_at from asset where not gone\s""";

    private final JdbcClient jdbc;
    private final HeldAssets assets;
    private final SearchIndex index;

    AssetFinds(JdbcClient jdbc, HeldAssets assets, SearchIndex index) {
        this.jdbc = jdbc;
        this.assets = assets;
        this.index = index;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Feature feature() {
        return Feature.ASSETS;
    }

    @Override
    public String icon() {
        return "laptop";
    }

    /** The mirror has another asset than before. Within its transaction. */
    void changed(long asset) {
        index.renew(
                KIND,
                List.of(asset),
                jdbc.sql(DOCUMENT + "and id = ?")
                        .param(asset)
                        .query(AssetFinds::document)
                        .list());
    }

    @Override
    public List<Findable> after(long object, int limit) {
        return jdbc.sql(DOCUMENT + "and id > ? order by id limit ?")
                .params(object, limit)
                .query(AssetFinds::document)
                .list();
    }

    private static Findable document(ResultSet row, int number) throws SQLException {
        var keywords = new ArrayList<String>();
        keywords.add(row.getString("maker"));
        keywords.add(row.getString("model"));
        keywords.removeIf(String::isEmpty);
        return new Findable(
                KIND,
                row.getLong("id"),
                null,
                Stream.of(row.getString("code"), row.getString("serial"))
                        .filter(code -> code != null && !code.isBlank())
                        .toList(),
                row.getString("name"),
                keywords,
                row.getString("location"),
                String.join(
                        "\n", Arrays.asList((String[]) row.getArray("fields").getArray())),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Hit> hits(Viewer viewer, Frame frame, List<Long> objects, Marks marks, boolean brief) {
        return assets.withIds(viewer, objects).stream()
                .map(asset -> new Hit(
                        asset.url(),
                        marks.all(asset.name()),
                        Marked.NOTHING,
                        Stream.of(
                                        asset.code() == null ? "" : asset.code(),
                                        asset.sharedBy() == null ? "" : asset.sharedBy(),
                                        frame.words().text(AssetState.key(asset)))
                                .filter(fact -> !fact.isEmpty())
                                .toList(),
                        ""))
                .toList();
    }
}
