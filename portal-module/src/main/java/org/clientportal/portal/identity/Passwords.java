package org.clientportal.portal.identity;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes passwords that can be read aloud: without letters and digits that look alike. */
@Component
class Passwords {

    static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    static final String DIGITS = "23456789";
    private static final String ALL = LOWER + UPPER + DIGITS;

    private final SecureRandom random = new SecureRandom();
    private final PasswordSettings settings;

    Passwords(PasswordSettings settings) {
        this.settings = settings;
    }

    /** With a small letter, a capital and a digit, which many policies ask for; drawn anew until it has them. */
    String next() {
        while (true) {
            var password = new StringBuilder(settings.length());
            for (var i = 0; i < settings.length(); i++) {
                password.append(ALL.charAt(random.nextInt(ALL.length())));
            }
            if (hasOneOf(LOWER, password) && hasOneOf(UPPER, password) && hasOneOf(DIGITS, password)) {
                return password.toString();
            }
        }
    }

    private static boolean hasOneOf(String wanted, StringBuilder password) {
        return password.chars().anyMatch(character -> wanted.indexOf(character) >= 0);
    }
}
