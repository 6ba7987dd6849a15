package org.clientportal.portal.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Signs what leaves the portal and must come back unchanged (one-time form keys, reply addresses). All nodes share it.
 *
 * @param secret at least 32 characters, random, the same on every node; changing it makes open forms and old reply addresses
 *     invalid
 */
@ConfigurationProperties(prefix = "portal.signing", ignoreUnknownFields = false)
public record Signing(String secret) {

    private static final int SHORTEST = 32;
    private static final String ALGORITHM = "HmacSHA256";

    public Signing {
        if (secret == null || secret.length() < SHORTEST) {
            throw new IllegalArgumentException("portal.signing.secret must have at least " + SHORTEST + " characters");
        }
    }

    /** A key of its own for each purpose, so that a signature made for one is worth nothing for another. */
    public byte[] keyFor(String purpose) {
        return mac(secret.getBytes(StandardCharsets.UTF_8), "key:" + purpose);
    }

    /** The signature of a text for a purpose, in URL-safe characters. */
    public String sign(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(keyFor(purpose), text));
    }

    public boolean verify(String purpose, String text, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Override
    public String toString() {
        return "Signing[secret=***]";
    }
}
