package org.clientportal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over parts with their lengths, as docs/receipts.md describes it: written again, not taken from the portal. */
final class ExportDigest {

    private final MessageDigest sha;

    ExportDigest(String purpose) {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
        text(purpose);
    }

    ExportDigest text(String part) {
        return bytes(part.getBytes(StandardCharsets.UTF_8));
    }

    ExportDigest number(long part) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
    }

    ExportDigest bytes(byte[] part) {
        length(part.length);
        sha.update(part);
        return this;
    }

    /** A part that is not taken into memory. */
    ExportDigest stream(long length, InputStream part) throws IOException {
        length(length);
        var piece = new byte[8192];
        for (var read = part.read(piece); read > 0; read = part.read(piece)) {
            sha.update(piece, 0, read);
        }
        return this;
    }

    private void length(long length) {
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }

    byte[] done() {
        return sha.digest();
    }
}
