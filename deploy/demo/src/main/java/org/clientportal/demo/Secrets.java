package org.clientportal.demo;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of one run. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static String next() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Secrets() {}
}
