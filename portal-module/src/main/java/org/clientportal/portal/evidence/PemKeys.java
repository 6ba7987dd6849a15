package org.clientportal.portal.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ed25519 keys (RFC 8032) in files: PKCS #8 and SubjectPublicKeyInfo as PEM (RFC 7468), as OpenSSL writes them. */
final class PemKeys {

    private static final String ALGORITHM = "Ed25519";

    private PemKeys() {}

    /** The pair of a file; {@code openssl genpkey -algorithm ed25519}, then {@code openssl pkey -pubout} into the same file. */
    static KeyPair pair(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.US_ASCII);
            var secret = block(text, "PRIVATE KEY")
                    .orElseThrow(() -> new EvidenceKeyUnusable(file + " holds no private key"));
            return new KeyPair(publicKey(text, file), factory().generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new EvidenceKeyUnusable("the evidence key " + file + " cannot be read", unreadable);
        }
    }

    static PublicKey publicKey(Path file) {
        try {
            return publicKey(Files.readString(file, StandardCharsets.US_ASCII), file);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new EvidenceKeyUnusable("the public key " + file + " cannot be read", unreadable);
        }
    }

    static PublicKey publicKey(String text, Path file) throws GeneralSecurityException {
        var open = block(text, "PUBLIC KEY")
                .orElseThrow(() -> new EvidenceKeyUnusable(file + " holds no public key; openssl pkey -in " + file
                        + " -pubout >> " + file + " puts it there"));
        return factory().generatePublic(new X509EncodedKeySpec(open));
    }

    /** Makes a key where there is none; of two that do it at once both have the one that was first. */
    static void make(Path file) {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(
                    folder,
                    "key",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    fresh,
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                            + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException faster) {
                // theirs is as good
            } finally {
                Files.delete(fresh);
            }
        } catch (IOException | GeneralSecurityException failed) {
            throw new EvidenceKeyUnusable(
                    "no evidence key can be made as " + file + "; set portal.evidence.key-file or .directory", failed);
        }
    }

    static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private static Optional<byte[]> block(String text, String kind) {
        var found = Pattern.compile("-----BEGIN " + kind + "-----([^-]+)-----END " + kind + "-----")
                .matcher(text);
        return found.find() ? Optional.of(Base64.getMimeDecoder().decode(found.group(1))) : Optional.empty();
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM);
    }
}
