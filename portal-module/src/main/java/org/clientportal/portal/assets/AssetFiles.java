package org.clientportal.portal.assets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.conversation.Attachments;
import org.clientportal.portal.web.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents of assets, for whoever has the asset now. */
@Component
class AssetFiles {

    private final JdbcClient jdbc;
    private final HeldAssets assets;
    private final Attachments attachments;

    AssetFiles(JdbcClient jdbc, HeldAssets assets, Attachments attachments) {
        this.jdbc = jdbc;
        this.assets = assets;
        this.attachments = attachments;
    }

    List<AttachmentView> of(HeldAssets.Held asset, Formats formats) {
        return jdbc.sql("select id, name, content_type, size from attachment where asset = ? order by position")
                .param(asset.id())
                .query((row, number) -> new AttachmentView(
                        row.getString("name"),
                        asset.url() + "/files/" + row.getString("id"),
                        formats.size(row.getLong("size")),
                        AttachmentView.icon(row.getString("content_type"))))
                .list();
    }

    @PageTransaction
    Optional<Attachments.Found> visibleTo(Viewer viewer, String platformId, UUID file) {
        return assets.held(viewer, platformId).flatMap(asset -> attachments.ofAsset(asset.id(), file));
    }
}
