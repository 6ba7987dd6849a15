package org.clientportal.mail;

/** Looking around in raw bytes. */
final class Bytes {

    private Bytes() {}

    /** Index of the next line feed, or {@code end}. */
    static int lineEnd(byte[] raw, int from, int end) {
        for (int at = from; at < end; at++) {
            if (raw[at] == '\n') {
                return at;
            }
        }
        return end;
    }

    static boolean startsWith(byte[] raw, int at, int end, byte[] prefix) {
        if (end - at < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (raw[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(byte[] raw, int from, int end) {
        for (int at = from; at < end; at++) {
            if (raw[at] != ' ' && raw[at] != '\t' && raw[at] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** A message with carriage returns alone as line ends gets line feeds. */
    static byte[] withLineFeeds(byte[] raw) {
        var returns = false;
        for (var b : raw) {
            if (b == '\n') {
                return raw;
            }
            returns |= b == '\r';
        }
        if (!returns) {
            return raw;
        }
        var mended = raw.clone();
        for (int at = 0; at < mended.length; at++) {
            if (mended[at] == '\r') {
                mended[at] = '\n';
            }
        }
        return mended;
    }
}
