package org.clientportal.keycloak;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows (RFC 6238: SHA-1, six digits, thirty seconds). */
public final class OneTimeCode {

    private static final int PERIOD = 30;

    /** @param ahead so many periods from now */
    public static String now(String key, int ahead) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var step = Instant.now().getEpochSecond() / PERIOD + ahead;
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var at = hash[hash.length - 1] & 0xf;
            return "%06d".formatted((ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** One that no clock would show. */
    public static String wrong(String key) {
        return "%06d".formatted((Integer.parseInt(now(key, 0)) + 500_000) % 1_000_000);
    }

    private OneTimeCode() {}
}
