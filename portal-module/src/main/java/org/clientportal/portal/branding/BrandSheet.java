package org.clientportal.portal.branding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The brand's colours as a style sheet. Browsers do no colour arithmetic: all of it was done here, once.
 *
 * @param hash changes with the content, so that the address may be kept for ever
 * @param light colours by role, for mails and documents, which have no dark mode of their own
 */
public record BrandSheet(String hash, String css, Map<String, String> light) {

    public static BrandSheet of(String colour) {
        var light = Palette.light(colour);
        var dark = Palette.dark(colour);
        // on screen only: paper stays black on white whatever the brand
        var css = """
                @media screen{:root{color-scheme:light;%s}}
                @media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;%s}}
                """.formatted(light.css(), dark.css());
        return new BrandSheet(hash(css), css, Map.copyOf(light.colours()));
    }

    public String url() {
        return "/brand/" + hash + ".css";
    }

    private static String hash(String css) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
