package org.clientportal.mail;

import java.util.Map;

/**
 * The settings of Angus Mail that are read once, in static initialisers: they must stand before the first mail class is
 * loaded, so {@link #apply()} comes first in {@code main} and in tests. A value given with {@code -D} wins.
 */
public final class MailSystemProperties {

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("mail.mime.decodetext.strict", "false"),
            Map.entry("mail.mime.ignoreunknownencoding", "true"),
            Map.entry("mail.mime.base64.ignoreerrors", "true"),
            Map.entry("mail.mime.uudecode.ignoreerrors", "true"),
            Map.entry("mail.mime.uudecode.ignoremissingbeginend", "true"),
            Map.entry("mail.mime.parameters.strict", "false"),
            Map.entry("mail.mime.decodefilename", "true"),
            Map.entry("mail.mime.multipart.allowempty", "true"),
            Map.entry("mail.mime.applefilenames", "true"),
            Map.entry("mail.mime.windowsfilenames", "true"),
            Map.entry("mail.mime.contentdisposition.strict", "false"),
            // without it each part looks its stream provider up by ServiceLoader: 3.4 times slower
            Map.entry("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider"));

    private MailSystemProperties() {}

    public static void apply() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
