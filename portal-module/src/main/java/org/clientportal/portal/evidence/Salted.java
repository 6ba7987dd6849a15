package org.clientportal.portal.evidence;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A value with a salt of its own. Its hash tells nothing of the value: without the salt not even a guess can be tried.
 *
 * @param name what the value is, such as {@code line.2.accepted}
 */
@SuppressWarnings("ArrayRecordComponent")
record Salted(String name, byte[] salt, String value, byte[] hash) {

    static final int SALT = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    static byte[] freshSalt() {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    static List<Salted> all(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> of(value.getKey(), value.getValue()))
                .toList();
    }

    private static Salted of(String name, String value) {
        var salt = freshSalt();
        return new Salted(name, salt, value, hash(name, salt, value));
    }

    static byte[] hash(String name, byte[] salt, String value) {
        return hash(name, salt, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hash(String name, byte[] salt, byte[] value) {
        return Digest.of("client-portal value 1")
                .bytes(salt)
                .text(name)
                .bytes(value)
                .done();
    }

    /** What stands for all the values and the PDF in the chain. Which order the values have does not matter. */
    static byte[] leaf(Collection<byte[]> values, byte[] pdf) {
        var leaf = Digest.of("client-portal confirmation 1").number(values.size());
        Stream.of(values.toArray(byte[][]::new)).sorted(Arrays::compareUnsigned).forEach(leaf::bytes);
        return leaf.bytes(pdf).done();
    }
}
