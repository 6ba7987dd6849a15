package org.clientportal.itsm;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Entry.FileRef;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to a {@link Receipt}: which of its things are accepted and which are not.
 *
 * @param personId who signed, by the platform's id; null when the platform does not know the person
 * @param signedName the name as it was signed
 * @param at when it was signed, in UTC
 * @param edition which edition was signed
 * @param lines what was said of each line
 * @param file the document of it, null when the platform keeps none
 * @param requestKey of the portal's submission that brought it, null when it came otherwise
 */
public record ReceiptAnswer(
        @Nullable String personId,
        String signedName,
        Instant at,
        int edition,
        List<Line> lines,
        @Nullable FileRef file,
        @Nullable String requestKey) {

    public ReceiptAnswer {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /**
     * What was said of one line.
     *
     * @param lineId the line of that edition
     * @param condition in what condition the thing is, in the receiver's words; empty for nothing
     * @param comment anything else; for what is not accepted the reason, never empty then
     */
    public record Line(String lineId, boolean accepted, String condition, String comment) {}
}
