package org.clientportal.portal.branding;

/**
 * A colour by lightness, chroma and hue, in which equal steps look equal (B. Ottosson, OKLab, 2020).
 *
 * @param l lightness, 0 black to 1 white
 * @param c chroma, 0 grey
 * @param h hue in degrees
 */
record Oklch(double l, double c, double h) {

    static Oklch of(String hex) {
        var rgb = linear(hex);
        var l = Math.cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
        var m = Math.cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
        var s = Math.cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
        var a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        var b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                Math.hypot(a, b),
                (Math.toDegrees(Math.atan2(b, a)) + 360) % 360);
    }

    Oklch lightness(double lightness) {
        return new Oklch(Math.clamp(lightness, 0, 1), c, h);
    }

    /** The nearest colour a screen can show: hue and lightness stay, chroma gives way. */
    String hex() {
        if (shown(c)) {
            return hex(rgb(c));
        }
        double low = 0;
        double high = c;
        for (int i = 0; i < 24; i++) {
            var middle = (low + high) / 2;
            if (shown(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return hex(rgb(low));
    }

    /** Contrast of two colours, 1 to 21 (WCAG 2.2, 1.4.3), measured on what the screen shows. */
    static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static double luminance(String hex) {
        var rgb = linear(hex);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private boolean shown(double chroma) {
        for (var channel : rgb(chroma)) {
            if (channel < -1e-4 || channel > 1 + 1e-4) {
                return false;
            }
        }
        return true;
    }

    private double[] rgb(double chroma) {
        var a = chroma * Math.cos(Math.toRadians(h));
        var b = chroma * Math.sin(Math.toRadians(h));
        var l = cube(this.l + 0.3963377774 * a + 0.2158037573 * b);
        var m = cube(this.l - 0.1055613458 * a - 0.0638541728 * b);
        var s = cube(this.l - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static String hex(double[] linear) {
        var hex = new StringBuilder("#");
        for (var channel : linear) {
            var x = Math.clamp(channel, 0, 1);
            var byGamma = x <= 0.0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055;
            hex.append(String.format("%02x", Math.round(255 * byGamma)));
        }
        return hex.toString();
    }

    private static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < 256; i++) {
            var x = i / 255.0;
            LINEAR[i] = x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
        }
    }

    private static double[] linear(String hex) {
        var value = Integer.parseInt(hex.substring(1), 16);
        return new double[] {LINEAR[value >> 16 & 255], LINEAR[value >> 8 & 255], LINEAR[value & 255]};
    }
}
