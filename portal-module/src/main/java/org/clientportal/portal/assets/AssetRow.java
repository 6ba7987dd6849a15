package org.clientportal.portal.assets;

import org.clientportal.itsm.Asset;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * An asset in a list.
 *
 * @param code on its label; null when it has none
 * @param icon of what sort of thing it is
 * @param dates since when, or from when to when, in words; null when nobody knows
 * @param state null for what is simply in use, and for what was given back
 * @param words of the state; null like it
 */
public record AssetRow(
        String url,
        String name,
        @Nullable String code,
        String icon,
        @Nullable Phrase dates,
        @Nullable AssetState state,
        @Nullable Phrase words) {

    static AssetRow of(HeldAssets.Held asset, Formats formats) {
        var state = AssetState.of(asset.state());
        var since = asset.since();
        var told = state != AssetState.IN_USE;
        return new AssetRow(
                asset.url(),
                asset.name(),
                asset.code(),
                icon(asset.kind()),
                since == null ? null : Phrase.of("asset.since", formats.date(since)),
                told ? state : null,
                told ? state.words(asset.returnBy(), formats) : null);
    }

    static AssetRow of(HeldAssets.Returned asset, Formats formats) {
        return new AssetRow(
                asset.url(),
                asset.name(),
                asset.code(),
                icon(asset.kind()),
                Phrase.of("asset.from-to", formats.date(asset.since()), formats.date(asset.until())),
                null,
                null);
    }

    static String icon(Asset.Kind kind) {
        return switch (kind) {
            case DEVICE -> "laptop";
            case LICENCE -> "key";
            case ACCESSORY -> "headset";
            case OTHER -> "app";
        };
    }
}
