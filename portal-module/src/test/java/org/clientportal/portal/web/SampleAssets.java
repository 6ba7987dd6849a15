package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.assets.AssetCorrectionPage;
import org.clientportal.portal.assets.AssetListPage;
import org.clientportal.portal.assets.AssetOverview;
import org.clientportal.portal.assets.AssetPage;
import org.clientportal.portal.assets.AssetPage.Fact;
import org.clientportal.portal.assets.AssetRow;
import org.clientportal.portal.assets.AssetState;
import org.clientportal.portal.conversation.AttachmentView;

/** Samples of assets: what somebody has, had, and says not to have. */
final class SampleAssets extends SampleScene {

    SampleAssets(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        var frame = frame(Place.ASSETS);
        pages.put(
                "assets",
                new AssetListPage(
                        frame,
                        false,
                        rows(said.subject()),
                        List.of(new AssetListPage.Shared(said.agent(), rows("Drukarka na korytarzu")))));
        pages.put("assets-empty", new AssetListPage(frame, false, List.of(), List.of()));
        pages.put(
                "assets-returned",
                new AssetListPage(
                        frame,
                        true,
                        List.of(new AssetRow(
                                "/equipment/d9",
                                said.subject(),
                                "OR-001",
                                "laptop",
                                Phrase.of("asset.from-to", "3 lut 2024", "7 mar 2025"),
                                null,
                                null)),
                        List.of()));
        pages.put("assets-returned-empty", new AssetListPage(frame, true, List.of(), List.of()));
        pages.put("asset", asset("/equipment/d1/correction", null));
        pages.put("asset-corrected", asset(null, "/tickets/48213"));
        pages.put("asset-returned", given());
        pages.put("asset-correction", correction(Form.empty("/equipment/d1/correction", "k1", null)));
        pages.put(
                "asset-correction-wrong",
                correction(new Form(
                        "/equipment/d1/correction",
                        "k1",
                        "d1",
                        Map.of("text", said.text()),
                        List.of(AssetCorrectionPage.textTooLong()),
                        List.of(),
                        null)));
        return pages;
    }

    private AssetCorrectionPage correction(Form form) {
        return new AssetCorrectionPage(frame(Place.ASSETS), form, said.subject(), "OR-004217", "/equipment/d1");
    }

    private AssetPage asset(
            @org.jspecify.annotations.Nullable String correction, @org.jspecify.annotations.Nullable String corrected) {
        return new AssetPage(
                frame(Place.ASSETS),
                said.subject(),
                "OR-004217",
                "laptop",
                AssetState.TO_RETURN,
                Phrase.of("asset.state.to-return-by", "30 lis"),
                List.of(
                        new Fact("Model", "Dell Latitude 5450", false),
                        new Fact(said.query(), said.text(), false),
                        new Fact("S/N", "7XK1Q93", true)),
                List.of(
                        new AttachmentView(said.file(), "/equipment/d1/files/1", "48\u00a0kB", "file"),
                        new AttachmentView("Karta gwarancyjna.pdf", "/equipment/d1/files/2", "", "file")),
                List.of(
                        Phrase.of("asset.hand-over.own", "3 lut 2025", ""),
                        Phrase.of("asset.hand-over.group-until", "1 sty 2025", said.agent(), "3 lut 2025"),
                        Phrase.of("asset.hand-over.organisation-until", "1 sty 2024", said.agent(), "1 sty 2025"),
                        Phrase.of("asset.hand-over.other-until", "1 sty 2023", "", "1 sty 2024")),
                new SampleLists(language, said, colour).rows().subList(0, 2),
                "/tickets/new/plain?asset=d1",
                correction,
                corrected);
    }

    private AssetPage given() {
        return new AssetPage(
                frame(Place.ASSETS),
                said.subject(),
                null,
                "laptop",
                null,
                Phrase.of("asset.from-to", "3 lut 2024", "7 mar 2025"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    static AssetOverview.Card card(String name) {
        return new AssetOverview.Card(rows(name), 7);
    }

    private static List<AssetRow> rows(String name) {
        var since = Phrase.of("asset.since", "3 lut 2025");
        return List.of(
                new AssetRow("/equipment/d1", name, "OR-004217", "laptop", since, null, null),
                new AssetRow(
                        "/equipment/d3",
                        "Telefon Samsung Galaxy A55",
                        "OR-003870",
                        "laptop",
                        since,
                        AssetState.TO_RETURN,
                        Phrase.of("asset.state.to-return-by", "30 lis")),
                new AssetRow(
                        "/equipment/d5",
                        "Monitor Dell U2724D",
                        null,
                        "headset",
                        null,
                        AssetState.IN_REPAIR,
                        Phrase.of("asset.state.in-repair")),
                new AssetRow("/equipment/d4", "Microsoft 365 E3", "LIC-0311", "key", since, null, null));
    }
}
