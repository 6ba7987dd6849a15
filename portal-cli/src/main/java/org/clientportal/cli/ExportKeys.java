package org.clientportal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The public keys that count when exported evidence is verified: Ed25519 (RFC 8032), PEM (RFC 7468). */
final class ExportKeys {

    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");
    private static final int SHORT = 16;

    private final TreeMap<String, PublicKey> keys = new TreeMap<>();

    private ExportKeys() {}

    static ExportKeys of(ZipFile zip, @Nullable Path trusted) throws IOException {
        var keys = new ExportKeys();
        if (trusted != null) {
            keys.add(Files.readString(trusted));
            return keys;
        }
        for (var entry :
                zip.stream().filter(each -> each.getName().startsWith("keys/")).toList()) {
            try (var in = zip.getInputStream(entry)) {
                keys.add(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
        return keys;
    }

    private void add(String pem) throws IOException {
        try {
            for (var found : PEM.matcher(pem).results().toList()) {
                var key = KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1))));
                keys.put(id(key), key);
            }
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("a public key cannot be read", unreadable);
        }
        if (keys.isEmpty()) {
            throw new IOException("there is no public key");
        }
    }

    private static String id(PublicKey key) {
        var digest =
                new ExportDigest("client-portal key 1").bytes(key.getEncoded()).done();
        return HexFormat.of().formatHex(digest).substring(0, SHORT);
    }

    Set<String> ids() {
        return keys.keySet();
    }

    /** Whether the key that a link or seal names has signed the hash. */
    boolean signed(byte[] hash, JsonNode by) {
        var key = keys.get(by.path("key").asString(""));
        if (key == null) {
            return false;
        }
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(hash);
            return signature.verify(ExportCheck.hex(by, "signature"));
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
