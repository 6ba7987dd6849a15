package org.clientportal.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text for whatever charset a mail names, rightly or wrongly: aliases first, then strict UTF-8, then the likelier
 * of the single-byte sets of this part of Europe. The result has no NUL and no lone surrogate, so that a database takes it.
 */
final class Charsets {

    /** What mails call it, and what they mean by it (mostly as the WHATWG encoding standard has it). */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("gb2312", "gb18030"),
            Map.entry("iso-gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-6-i", "iso-8859-6"),
            Map.entry("x-mac-ce", "x-maccentraleurope"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("cp-1250", "windows-1250"),
            Map.entry("win-1250", "windows-1250"),
            Map.entry("x-cp1250", "windows-1250"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf-8mb4", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"));

    private static final String POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–";
    private static final String WESTERN = "àáâãäåçèéêëíîïñóôõöøùúûüßÄÖÜÉÈÀÇØÅÑ€“”’–";

    private Charsets() {}

    /** @param declared the name the mail gives, null when it gives none */
    static String decode(byte[] bytes, @Nullable String declared) {
        return storable(repaired(bytes, declared));
    }

    private static String repaired(byte[] bytes, @Nullable String declared) {
        var name = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
        if (name.endsWith("utf-7")) {
            return Utf7.decode(bytes);
        }
        var charset = charset(name);
        var utf8 = strict(bytes, StandardCharsets.UTF_8);
        var guessed = charset.isEmpty() || charset.get().equals(StandardCharsets.US_ASCII);
        var western =
                charset.filter(found -> found.name().equals("windows-1252")).isPresent();
        var says8 = charset.filter(StandardCharsets.UTF_8::equals).isPresent();
        if ((guessed || western || says8) && utf8.isPresent()) {
            return utf8.get();
        }
        if (says8 && mostlyUtf8(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (guessed || says8) {
            return likelier(bytes);
        }
        var named = charset.orElseThrow();
        if (named.name().equalsIgnoreCase("iso-8859-2") && hasC1(bytes)) {
            // C1 controls are no text: Windows wrote it and named the wrong set
            return new String(bytes, Charset.forName("windows-1250"));
        }
        return new String(bytes, named);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(ALIASES.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** Cut or slightly damaged UTF-8, as against another set under its name. */
    private static boolean mostlyUtf8(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var damaged = text.chars().filter(c -> c == '\uFFFD').count();
        var sound = text.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        return sound > damaged;
    }

    private static boolean hasC1(byte[] bytes) {
        for (var b : bytes) {
            if ((b & 0xE0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    /** Polish wins a tie: it is what people here write. */
    private static String likelier(byte[] bytes) {
        var windows = new String(bytes, Charset.forName("windows-1250"));
        var iso = new String(bytes, Charset.forName("iso-8859-2"));
        var west = new String(bytes, Charset.forName("windows-1252"));
        var best = hits(iso, POLISH) > hits(windows, POLISH) && !hasC1(bytes) ? iso : windows;
        return hits(west, WESTERN) > hits(best, POLISH) ? west : best;
    }

    private static long hits(String text, String letters) {
        return text.chars().filter(c -> c > 127 && letters.indexOf(c) >= 0).count();
    }

    private static String storable(String text) {
        var out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                out.append(c).append(text.charAt(++at));
            } else if (Character.isSurrogate(c)) {
                out.append('\uFFFD');
            } else if (c != 0 && c != '\uFEFF') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
