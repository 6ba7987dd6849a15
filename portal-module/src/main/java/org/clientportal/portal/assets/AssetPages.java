package org.clientportal.portal.assets;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.assets.AssetPage.Fact;
import org.clientportal.portal.assets.HeldAssets.HandOver;
import org.clientportal.portal.assets.HeldAssets.Held;
import org.clientportal.portal.assets.HeldAssets.Returned;
import org.clientportal.portal.assets.HeldAssets.Share;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.FormKeys;
import org.clientportal.portal.tickets.TicketsAbout;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of assets show, each in one transaction with the viewer's eyes. */
@Component
class AssetPages {

    private final Frames frames;
    private final HeldAssets assets;
    private final AssetFiles files;
    private final TicketsAbout tickets;
    private final AssetCorrections corrections;
    private final FormKeys keys;

    AssetPages(
            Frames frames,
            HeldAssets assets,
            AssetFiles files,
            TicketsAbout tickets,
            AssetCorrections corrections,
            FormKeys keys) {
        this.frames = frames;
        this.assets = assets;
        this.files = files;
        this.tickets = tickets;
        this.corrections = corrections;
        this.keys = keys;
    }

    @PageTransaction
    AssetListPage list(HttpServletRequest request, Viewer viewer, boolean returned) {
        var frame = frames.frame(request, Place.ASSETS);
        var formats = frame.formats();
        if (returned) {
            var given = assets.returnedBy(viewer).stream()
                    .map(asset -> AssetRow.of(asset, formats))
                    .toList();
            return new AssetListPage(frame, true, given, List.of());
        }
        var all = assets.of(viewer);
        var shared = all.stream()
                .filter(asset -> asset.share() != Share.PERSON)
                .collect(Collectors.groupingBy(
                        asset -> Objects.requireNonNullElse(asset.sharedBy(), ""),
                        LinkedHashMap::new,
                        Collectors.mapping(asset -> AssetRow.of(asset, formats), Collectors.toList())));
        return new AssetListPage(
                frame,
                false,
                all.stream()
                        .filter(asset -> asset.share() == Share.PERSON)
                        .map(asset -> AssetRow.of(asset, formats))
                        .toList(),
                shared.entrySet().stream()
                        .map(one -> new AssetListPage.Shared(one.getKey(), one.getValue()))
                        .toList());
    }

    @PageTransaction
    AssetPage asset(HttpServletRequest request, Viewer viewer, String platformId) {
        return assets.held(viewer, platformId)
                .map(held -> page(request, viewer, held))
                .orElseGet(() -> assets.returned(viewer, platformId)
                        .map(returned -> page(request, returned))
                        .orElseThrow(NotFound::new));
    }

    private AssetPage page(HttpServletRequest request, Viewer viewer, Held asset) {
        var frame = frames.frame(request, Place.ASSETS);
        var formats = frame.formats();
        var state = AssetState.of(asset.state());
        var writes = viewer.has(Feature.TICKETS) && !viewer.readsOnly();
        var corrected =
                corrections.open(asset).map(number -> "/tickets/" + number).orElse(null);
        return new AssetPage(
                frame,
                asset.name(),
                asset.code(),
                AssetRow.icon(asset.kind()),
                state,
                state.words(asset.returnBy(), formats),
                facts(asset, formats),
                files.of(asset, formats),
                assets.handOvers(asset.id()).stream()
                        .map(each -> words(each, formats))
                        .toList(),
                tickets.asset(viewer, asset.platformId(), formats),
                writes ? AssetPaths.ticketAbout(asset.platformId()) : null,
                writes && asset.share() == Share.PERSON && corrected == null
                        ? asset.url() + AssetPaths.CORRECTION
                        : null,
                corrected);
    }

    private AssetPage page(HttpServletRequest request, Returned asset) {
        var frame = frames.frame(request, Place.ASSETS);
        return new AssetPage(
                frame,
                asset.name(),
                asset.code(),
                AssetRow.icon(asset.kind()),
                null,
                Phrase.of("asset.from-to", day(asset.since(), frame.formats()), day(asset.until(), frame.formats())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static List<Fact> facts(Held asset, Formats formats) {
        var words = formats.words();
        var facts = new ArrayList<Fact>();
        facts.add(fact(words.text("asset.fact.kind"), words.text("asset.kind." + key(asset.kind())), false));
        facts.add(fact(
                words.text("asset.fact.model"),
                Stream.of(asset.maker(), asset.model())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")),
                false));
        facts.add(fact(words.text("asset.fact.serial"), asset.serial(), true));
        facts.add(fact(words.text("asset.fact.shared-by"), asset.sharedBy(), false));
        facts.add(fact(words.text("asset.fact.since"), day(asset.since(), formats), false));
        facts.add(fact(words.text("asset.fact.warranty"), warranty(asset, formats), false));
        facts.add(fact(words.text("asset.fact.location"), asset.location(), false));
        asset.fields().forEach(field -> facts.add(fact(field.name(), field.value(), false)));
        facts.removeIf(fact -> fact.value().isBlank());
        return facts;
    }

    private static Fact fact(String label, @Nullable String value, boolean exact) {
        return new Fact(label, value == null ? "" : value, exact);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String warranty(Held asset, Formats formats) {
        var until = asset.warrantyUntil();
        if (until == null) {
            return "";
        }
        var over = until.isBefore(formats.dayOf(formats.now()));
        return formats.words().text(over ? "asset.warranty-over" : "asset.warranty-until", formats.date(until));
    }

    private static String day(@Nullable LocalDate day, Formats formats) {
        return day == null ? "" : formats.date(day);
    }

    private static Phrase words(HandOver each, Formats formats) {
        var since = formats.date(each.since());
        var until = each.until();
        return until == null
                ? Phrase.of("asset.hand-over." + each.whose(), since, each.name())
                : Phrase.of("asset.hand-over." + each.whose() + "-until", since, each.name(), formats.date(until));
    }

    /** @param draft what was typed before; null for a fresh form */
    @PageTransaction
    AssetCorrectionPage correction(
            HttpServletRequest request,
            Viewer viewer,
            String platformId,
            @Nullable Draft draft,
            List<Problem> problems) {
        var asset = corrections.correctable(viewer, platformId).orElseThrow(NotFound::new);
        return new AssetCorrectionPage(
                frames.frame(request, Place.ASSETS).withFlash(Flash.ofKeptText(request)),
                new Form(
                        asset.url() + AssetPaths.CORRECTION,
                        draft == null ? keys.issue(viewer) : draft.formKey(),
                        draft == null ? null : String.valueOf(draft.getId()),
                        draft == null ? Map.of() : Map.of("text", draft.value("text")),
                        problems,
                        List.of(),
                        null),
                asset.name(),
                asset.code(),
                asset.url());
    }

    /** Where the asset with a label is; nothing is told of somebody else's. */
    @PageTransaction
    String labelled(Viewer viewer, String code) {
        return assets.labelled(viewer, code).map(Held::url).orElseThrow(NotFound::new);
    }
}
