package org.clientportal.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret behind reply addresses and Message-IDs. It never prints itself. */
public final class MailKey {

    private static final int SHORTEST = 16;

    private final byte[] secret;

    private MailKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * The key made of a secret.
     *
     * @throws IllegalArgumentException when the secret is shorter than 16 bytes
     */
    public static MailKey of(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("the secret of mails needs at least " + SHORTEST + " bytes");
        }
        return new MailKey(secret.clone());
    }

    /** @param purpose keeps a signature of one kind from being worth anything as another */
    byte[] sign(String purpose, byte[] content, int length) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "MailKey[…]";
    }
}
