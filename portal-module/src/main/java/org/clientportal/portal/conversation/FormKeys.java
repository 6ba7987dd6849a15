package org.clientportal.portal.conversation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import org.clientportal.portal.access.Signing;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Component;

/**
 * One-time keys of forms. A key names its person and is signed, so it costs nothing to issue; its use is a row. Twice the
 * same key (double click, back, reload) has one effect.
 */
@Component
public class FormKeys {

    private static final String PURPOSE = "form-key";
    private static final int RANDOM_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signing signing;

    FormKeys(Signing signing) {
        this.signing = signing;
    }

    public String issue(Viewer viewer) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        var named =
                viewer.person() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return named + "." + signing.sign(PURPOSE, named);
    }

    public boolean isOf(long person, String key) {
        var issuedTo = personOf(key);
        return issuedTo.isPresent() && issuedTo.getAsLong() == person;
    }

    /** The person a key was issued to; empty when it is no key of ours. */
    public OptionalLong personOf(String key) {
        var end = key.lastIndexOf('.');
        if (end < 0 || !signing.verify(PURPOSE, key.substring(0, end), key.substring(end + 1))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(key.substring(0, key.indexOf('.'))));
    }
}
