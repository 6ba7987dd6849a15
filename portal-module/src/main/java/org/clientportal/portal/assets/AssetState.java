package org.clientportal.portal.assets;

import java.time.LocalDate;
import org.clientportal.itsm.Asset;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Sign;
import org.jspecify.annotations.Nullable;

/** The state of an asset as a pill: words, shape and colour together. */
public enum AssetState implements Sign {
    IN_STOCK("in-stock", "inbox", "quiet"),
    IN_USE("in-use", "check", "ok"),
    IN_REPAIR("in-repair", "tools", "info"),
    TO_RETURN("to-return", "calendar", "attn"),
    RETURNED("returned", "closed", "quiet"),
    LOST("lost", "alert", "bad"),
    RETIRED("retired", "closed", "quiet");

    private final Look look;

    AssetState(String key, String icon, String tone) {
        look = new Look(key, icon, tone);
    }

    @Override
    public Look look() {
        return look;
    }

    static AssetState of(Asset.State state) {
        return valueOf(state.name());
    }

    /** Message key of the state's words. */
    static String key(HeldAssets.Held asset) {
        return "asset.state." + of(asset.state()).key();
    }

    /** In words, with the day on which it is to be given back. */
    Phrase words(@Nullable LocalDate returnBy, Formats formats) {
        return this == TO_RETURN && returnBy != null
                ? Phrase.of("asset.state.to-return-by", formats.date(returnBy))
                : Phrase.of("asset.state." + key());
    }
}
