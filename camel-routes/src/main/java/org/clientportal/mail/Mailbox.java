package org.clientportal.mail;

import java.util.Locale;

/**
 * An address with the name beside it (RFC 5322 section 3.4).
 *
 * @param address in lower case: people's addresses are compared without case
 * @param name as the sender wrote it, never to be trusted; may be empty
 */
public record Mailbox(String address, String name) {

    public Mailbox {
        address = address.toLowerCase(Locale.ROOT);
    }

    /** The part before the last {@code @}. */
    public String localPart() {
        return address.substring(0, address.lastIndexOf('@'));
    }

    /** The part after the last {@code @}. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
