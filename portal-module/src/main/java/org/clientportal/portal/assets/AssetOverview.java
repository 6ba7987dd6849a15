package org.clientportal.portal.assets;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.assets.HeldAssets.Share;
import org.clientportal.portal.web.Formats;
import org.springframework.stereotype.Component;

/** What assets offer to the page a person arrives on. */
@Component
public class AssetOverview {

    private static final int SHOWN = 4;

    private final HeldAssets assets;

    AssetOverview(HeldAssets assets) {
        this.assets = assets;
    }

    /**
     * The person's own, what wants attention first.
     *
     * @param rows at most four of {@code count}
     */
    public record Card(List<AssetRow> rows, int count) {

        public Card {
            rows = List.copyOf(rows);
        }
    }

    /** Empty for whoever does not have assets, or none. */
    @PageTransaction
    public Optional<Card> of(Viewer viewer, Formats formats) {
        if (!viewer.has(Feature.ASSETS)) {
            return Optional.empty();
        }
        var own = assets.of(viewer).stream()
                .filter(asset -> asset.share() == Share.PERSON)
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Card(
                        own.stream()
                                .sorted(Comparator.comparing(
                                        asset -> asset.state() == org.clientportal.itsm.Asset.State.IN_USE))
                                .limit(SHOWN)
                                .map(asset -> AssetRow.of(asset, formats))
                                .toList(),
                        own.size()));
    }
}
