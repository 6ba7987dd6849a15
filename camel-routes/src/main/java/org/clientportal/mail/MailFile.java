package org.clientportal.mail;

import java.util.Arrays;
import java.util.Optional;

/**
 * A file that came with a mail.
 *
 * @param name safe to store and to show
 * @param contentType as the sender says, lower case, without parameters
 * @param contentId of an inline picture, without brackets
 * @param use where the mail shows it
 * @param bytes decoded
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record MailFile(String name, String contentType, Optional<String> contentId, Use use, byte[] bytes) {

    /** What a file is to its mail. */
    public enum Use {
        ATTACHED,
        /** A picture the text refers to. */
        SHOWN_IN_TEXT,
        /** A signature over the mail; of use to nobody who reads the ticket. */
        PROOF
    }

    public long size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailFile file
                && name.equals(file.name)
                && contentType.equals(file.contentType)
                && contentId.equals(file.contentId)
                && use == file.use
                && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name + " (" + contentType + ", " + bytes.length + " bytes, " + use + ")";
    }
}
