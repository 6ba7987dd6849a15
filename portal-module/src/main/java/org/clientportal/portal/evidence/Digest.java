package org.clientportal.portal.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4) over parts, each with its length before it as eight bytes, so that no two lists of parts have the same
 * bytes. The first part says what the digest is for. The form is part of docs/receipts.md: it never changes under the same name.
 */
final class Digest {

    static final int BYTES = 32;

    private final MessageDigest sha;

    private Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static Digest of(String purpose) {
        return new Digest().text(purpose);
    }

    Digest text(String part) {
        return bytes(part.getBytes(StandardCharsets.UTF_8));
    }

    /** As eight bytes, the highest first. */
    Digest number(long part) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
    }

    Digest bytes(byte[] part) {
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).array());
        sha.update(part);
        return this;
    }

    byte[] done() {
        return sha.digest();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
