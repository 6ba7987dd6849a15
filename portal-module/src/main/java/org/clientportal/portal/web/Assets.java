package org.clientportal.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** The style sheet, script and font, under an address that changes with their content and may so be kept for ever. */
@Component
public final class Assets {

    private static final List<String> FILES =
            List.of("portal.css", "portal.js", "search.js", "portal-sans.woff2", "icon.svg");

    private final String folder;

    public Assets() {
        folder = "/assets/" + digest();
    }

    /** Addresses of the files that every page names. */
    public record Urls(String css, String js, String search, String font, String icon) {}

    public Urls urls() {
        return new Urls(
                folder + "/portal.css",
                folder + "/portal.js",
                folder + "/search.js",
                folder + "/portal-sans.woff2",
                folder + "/icon.svg");
    }

    /** Pattern under which the folder {@code static} is served. */
    String pattern() {
        return folder + "/**";
    }

    private static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : FILES) {
                digest.update(read(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] read(String file) {
        try (var stream = Assets.class.getResourceAsStream("/static/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("no static/" + file);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
