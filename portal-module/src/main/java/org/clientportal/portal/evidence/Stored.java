package org.clientportal.portal.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link with what it stands for, as the database has it now.
 *
 * @param content null for an erasing, and where the confirmation is missing
 * @param erasing what records its erasing; null when nothing does
 */
record Stored(
        Link link, @Nullable Content content, @Nullable Erasing erasing) {

    /** The link that records an erasing, by its seq. */
    record Erasing(long seq, Instant at) {}

    /** A confirmation; what is null was erased, or taken away. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(
            long id,
            @Nullable Long person,
            @Nullable String receipt,
            @Nullable Integer version,
            @Nullable String checkCode,
            @Nullable String fileName,
            byte @Nullable [] pdf,
            byte @Nullable [] pdfSalt,
            byte[] pdfHash,
            @Nullable Instant erasedAt,
            List<Value> values) {

        Content {
            values = List.copyOf(values);
        }

        boolean erased() {
            return erasedAt != null;
        }

        @Nullable
        String value(String name) {
            return values.stream()
                    .filter(each -> each.name().equals(name))
                    .map(Value::value)
                    .findFirst()
                    .orElse(null);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Value(
            String name, byte @Nullable [] salt, @Nullable String value, byte[] hash) {}
}
