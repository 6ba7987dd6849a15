package org.clientportal.portal.branding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every colour of the portal, from one. Foregrounds are not picked but solved: they start where they look best and move away
 * from the grounds they may stand on until each pair is readable.
 *
 * @param colours by role, as hex
 */
record Palette(Map<String, String> colours) {

    private static final double STEP = 0.005;

    /** Hue and chroma of the status colours; they never follow the brand. */
    private static final Map<String, double[]> STATUS = orderedStatus();

    static Palette light(String brand) {
        return new Solver(brand, false).solve();
    }

    static Palette dark(String brand) {
        return new Solver(brand, true).solve();
    }

    String get(String role) {
        var colour = colours.get(role);
        if (colour == null) {
            throw new IllegalArgumentException("no colour role " + role);
        }
        return colour;
    }

    /** The roles as custom properties. */
    String css() {
        return colours.entrySet().stream()
                .map(role -> "--" + role.getKey() + ":" + role.getValue())
                .collect(Collectors.joining(";"));
    }

    static List<String> statuses() {
        return List.copyOf(STATUS.keySet());
    }

    private static Map<String, double[]> orderedStatus() {
        var status = new LinkedHashMap<String, double[]>();
        status.put("info", new double[] {250, .13});
        status.put("attn", new double[] {68, .13});
        status.put("ok", new double[] {152, .12});
        status.put("bad", new double[] {27, .17});
        return status;
    }

    /** One run for one brand colour and one mode. */
    private static final class Solver {

        private final Map<String, String> roles = new LinkedHashMap<>();
        private final String hex;
        private final boolean dark;
        private final Oklch brand;
        private final double neutralHue;
        private final double neutralChroma;
        private final double away;

        Solver(String hex, boolean dark) {
            this.hex = hex.toLowerCase(Locale.ROOT);
            this.dark = dark;
            this.brand = Oklch.of(this.hex);
            var grey = brand.c() < .02;
            this.neutralHue = grey ? 250 : brand.h();
            this.neutralChroma = grey ? .006 : Math.min(.012, brand.c() * .1);
            this.away = dark ? STEP : -STEP;
        }

        Palette solve() {
            grounds();
            var grounds = Stream.of("canvas", "surface", "sunken", "brand-tint")
                    .map(roles::get)
                    .toList();
            text(grounds);
            solid(grounds);
            deep();
            statuses(grounds);
            roles.put("quiet-bg", roles.get("sunken"));
            roles.put("quiet-line", roles.get("line"));
            roles.put("quiet", roles.get("ink-2"));
            roles.put("focus", roles.get("ink"));
            roles.put("focus-gap", roles.get("surface"));
            return new Palette(roles);
        }

        private void grounds() {
            if (dark) {
                roles.put("canvas", neutral(.185, 1.2));
                roles.put("surface", neutral(.225, 1.3));
                roles.put("sunken", neutral(.262, 1.3));
                roles.put("raised", neutral(.262, 1.3));
                roles.put("line", neutral(.335, 1.4));
                roles.put("brand-tint", tint(.285, Math.min(brand.c() * .4, .04)));
                roles.put("brand-tint-line", tint(.40, Math.min(brand.c() * .55, .065)));
            } else {
                roles.put("canvas", neutral(.972, .6));
                roles.put("surface", "#ffffff");
                roles.put("sunken", neutral(.955, .8));
                roles.put("raised", "#ffffff");
                roles.put("line", neutral(.9, 1));
                roles.put("brand-tint", tint(.962, Math.min(brand.c() * .22, .022)));
                roles.put("brand-tint-line", tint(.885, Math.min(brand.c() * .45, .05)));
            }
        }

        private void text(List<String> grounds) {
            roles.put("ink", solve(dark ? .93 : .24, neutralChroma * 1.6, neutralHue, grounds, 10, away));
            roles.put("ink-2", solve(dark ? .74 : .47, neutralChroma * 1.6, neutralHue, grounds, 5.2, away));
            roles.put("line-strong", solve(dark ? .56 : .64, neutralChroma * 1.4, neutralHue, grounds, 3.1, away));
            roles.put(
                    "brand-text",
                    solve(
                            dark ? Math.max(brand.l(), .76) : Math.min(brand.l(), .50),
                            dark ? Math.min(brand.c(), .12) : brand.c(),
                            brand.h(),
                            grounds,
                            4.8,
                            away));
        }

        /** The solid colour of buttons: the company's own wherever text on it can be read. */
        private void solid(List<String> grounds) {
            var on = "#ffffff";
            var solid = withWhiteText();
            if (solid == null) {
                solid = hex;
                on = new Oklch(.16, Math.min(brand.c() * .3, .03), brand.h()).hex();
                if (Oklch.contrast(on, hex) < 4.6) {
                    on = "#000000";
                }
                if (Oklch.contrast(on, solid) < 4.5) {
                    solid = solve(brand.l(), brand.c(), brand.h(), List.of(on), 4.6, STEP);
                }
            }
            if (dark && on.equals("#ffffff")) {
                solid = solve(
                        Oklch.of(solid).l(),
                        brand.c(),
                        brand.h(),
                        List.of(roles.getOrDefault("surface", "")),
                        3.05,
                        STEP);
            }
            var fill = Oklch.of(solid);
            var hover = !on.equals("#ffffff") ? .045 : fill.l() > .3 ? -.05 : .06;
            roles.put("brand", solid);
            roles.put("on-brand", on);
            roles.put("brand-hover", fill.lightness(fill.l() + hover).hex());
            roles.put("brand-press", fill.lightness(fill.l() + hover * 1.8).hex());
            roles.put(
                    "brand-edge",
                    worst(solid, grounds) >= 3.05 ? solid : solve(fill.l(), fill.c(), fill.h(), grounds, 3.1, away));
        }

        private @Nullable String withWhiteText() {
            for (int i = 0; i < 13; i++) {
                var candidate =
                        i == 0 ? hex : brand.lightness(brand.l() - STEP * i).hex();
                if (Oklch.contrast("#ffffff", candidate) >= 4.6) {
                    return candidate;
                }
            }
            return null;
        }

        /** Ground of the greeting; yellows and olives would turn to mud when darkened, so they lose their chroma. */
        private void deep() {
            var mud = brand.h() >= 55 && brand.h() <= 125 ? .3 : 1;
            var deep = new Oklch(
                            dark ? .265 : Math.min(brand.l(), .35),
                            (dark ? Math.min(brand.c() * .7, .055) : Math.min(brand.c(), .085)) * mud,
                            brand.h())
                    .hex();
            roles.put("deep", deep);
            roles.put("on-deep", dark ? new Oklch(.96, neutralChroma, neutralHue).hex() : "#ffffff");
            roles.put(
                    "on-deep-2",
                    solve(dark ? .80 : .86, Math.min(brand.c() * .35, .035), brand.h(), List.of(deep), 6, STEP));
        }

        private void statuses(List<String> grounds) {
            STATUS.forEach((name, hueAndChroma) -> {
                var hue = hueAndChroma[0];
                var chroma = hueAndChroma[1];
                var ground = new Oklch(dark ? .28 : .958, chroma * (dark ? .30 : .27), hue).hex();
                var all = Stream.concat(grounds.stream(), Stream.of(ground)).toList();
                roles.put(name, solve(dark ? .80 : .50, dark ? chroma * .85 : chroma, hue, all, 4.8, away));
                roles.put(name + "-bg", ground);
                roles.put(name + "-line", new Oklch(dark ? .42 : .86, chroma * (dark ? .65 : .6), hue).hex());
            });
        }

        private String neutral(double lightness, double strength) {
            return new Oklch(lightness, neutralChroma * strength, neutralHue).hex();
        }

        private String tint(double lightness, double chroma) {
            return new Oklch(lightness, chroma, neutralHue).hex();
        }

        private static String solve(
                double lightness, double chroma, double hue, List<String> grounds, double target, double step) {
            for (var l = lightness; ; l += step) {
                var colour = new Oklch(Math.clamp(l, 0, 1), chroma, hue).hex();
                if (worst(colour, grounds) >= target || (step < 0 ? l <= 0 : l >= 1)) {
                    return colour;
                }
            }
        }

        private static double worst(String colour, List<String> grounds) {
            var luminance = Oklch.luminance(colour);
            var worst = 21.0;
            for (var ground : grounds) {
                var other = Oklch.luminance(ground);
                worst = Math.min(worst, (Math.max(luminance, other) + .05) / (Math.min(luminance, other) + .05));
            }
            return worst;
        }
    }
}
