package org.clientportal.portal.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever colour a company has, every text can be read. */
class PaletteTests {

    private static final List<String> GROUNDS = List.of("canvas", "surface", "sunken", "brand-tint");

    @Test
    void everyPairIsReadableForEveryBrandColour() {
        var failures = new ArrayList<String>();
        for (var colour : colours()) {
            failures.addAll(unreadable(colour + " light", Palette.light(colour)));
            failures.addAll(unreadable(colour + " dark", Palette.dark(colour)));
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void theSolidColourStaysTheCompanysOwnOrNearlySo() {
        var colours = colours();
        var kept = 0;
        for (var colour : colours) {
            var solid = Palette.light(colour).get("brand");
            kept += solid.equals(colour) ? 1 : 0;
            assertThat(Math.abs(Oklch.of(solid).l() - Oklch.of(colour).l()))
                    .as(colour)
                    .isLessThan(.062);
        }
        assertThat(100.0 * kept / colours.size()).isGreaterThan(85);
    }

    @Test
    void theDemoBrandHasTheColoursItWasDesignedWith() {
        var light = Palette.light("#0b5563");
        assertThat(light.get("canvas")).isEqualTo("#f3f6f7");
        assertThat(light.get("ink")).isEqualTo("#192123");
        assertThat(light.get("brand")).isEqualTo("#0b5563");
        assertThat(light.get("deep")).isEqualTo("#00424e");
        assertThat(light.get("attn")).isEqualTo("#8b5500");
        var dark = Palette.dark("#0b5563");
        assertThat(dark.get("surface")).isEqualTo("#171d1e");
        assertThat(dark.get("brand")).isEqualTo("#307280");
        assertThat(dark.get("bad-bg")).isEqualTo("#3f1e1b");
    }

    @Test
    void aSheetIsFoundByItsContent() {
        assertThat(BrandSheet.of("#0b5563").hash())
                .isEqualTo(BrandSheet.of("#0B5563").hash());
        assertThat(BrandSheet.of("#0b5563").hash())
                .isNotEqualTo(BrandSheet.of("#0b5564").hash());
    }

    private static List<String> unreadable(String name, Palette palette) {
        var failures = new ArrayList<String>();
        check(failures, name, palette, "ink", GROUNDS, 7);
        for (var text : List.of("ink-2", "brand-text", "info", "attn", "ok", "bad", "quiet")) {
            check(failures, name, palette, text, GROUNDS, 4.5);
        }
        for (var edge : List.of("line-strong", "brand-edge", "focus")) {
            check(failures, name, palette, edge, GROUNDS, 3);
        }
        check(failures, name, palette, "on-brand", List.of("brand", "brand-hover", "brand-press"), 4.5);
        check(failures, name, palette, "on-deep", List.of("deep"), 7);
        check(failures, name, palette, "on-deep-2", List.of("deep"), 4.5);
        for (var status : Palette.statuses()) {
            var ground = List.of(status + "-bg");
            check(failures, name, palette, status, ground, 4.5);
            check(failures, name, palette, "ink", ground, 7);
            check(failures, name, palette, "ink-2", ground, 4.5);
        }
        return failures;
    }

    private static void check(
            List<String> failures, String name, Palette palette, String text, List<String> grounds, double wanted) {
        for (var ground : grounds) {
            var contrast = Oklch.contrast(palette.get(text), palette.get(ground));
            if (contrast < wanted) {
                failures.add("%s: %s on %s has %.2f, needs %.1f".formatted(name, text, ground, contrast, wanted));
            }
        }
    }

    private static List<String> colours() {
        var colours = new ArrayList<String>();
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            colours.add("#%06x".formatted(random.nextInt(1 << 24)));
        }
        for (int r = 0; r < 256; r += 51) {
            for (int g = 0; g < 256; g += 51) {
                for (int b = 0; b < 256; b += 51) {
                    colours.add("#%02x%02x%02x".formatted(r, g, b));
                }
            }
        }
        return colours;
    }
}
