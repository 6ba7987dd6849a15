package org.clientportal.portal.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files a person may send.
 *
 * @param maxSize of one file
 * @param maxCount in one form
 * @param forbidden file name endings, without the dot
 */
@ConfigurationProperties(prefix = "portal.files", ignoreUnknownFields = false)
public record FileRules(
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("10") int maxCount,

        @DefaultValue({
            "exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "cpl", "dll", "js", "jse", "vbs", "vbe", "wsf",
            "wsh", "hta", "ps1", "jar", "lnk", "reg", "iso", "img"
        })
        List<String> forbidden) {

    /** Why a file is refused. */
    public enum Problem {
        EMPTY,
        TOO_LARGE,
        TOO_MANY,
        FORBIDDEN_TYPE
    }

    /**
     * Why a file may not be sent; empty when it may.
     *
     * @param already how many files the form has so far
     */
    public Optional<Problem> problemWith(String name, long size, int already) {
        if (already >= maxCount) {
            return Optional.of(Problem.TOO_MANY);
        }
        if (size == 0) {
            return Optional.of(Problem.EMPTY);
        }
        if (size > maxSize.toBytes()) {
            return Optional.of(Problem.TOO_LARGE);
        }
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return forbidden.contains(ending) ? Optional.of(Problem.FORBIDDEN_TYPE) : Optional.empty();
    }
}
