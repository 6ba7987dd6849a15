package org.clientportal.portal.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person confirmed, whole.
 *
 * @param organisation the portal's id of the signer's organisation, whose chain it enters; 0 for none
 * @param person the portal's id of who signed
 * @param receipt the platform's id
 * @param version which version of the receipt was shown and signed
 * @param returned whether things were given back, not handed out
 * @param signedName as typed
 * @param login with which the person was signed in, or how else they were known
 * @param drawnSignature PNG made by the portal; null when only the name was typed
 * @param language of the PDF
 * @param zone in which the PDF tells times
 * @param lines in the order in which they were shown
 */
@SuppressWarnings("ArrayRecordComponent")
public record Confirmed(
        long organisation,
        long person,
        String receipt,
        int version,
        String title,
        boolean returned,
        String issuedBy,
        Instant issuedAt,
        String signedName,
        String login,
        Instant signedAt,
        byte @Nullable [] drawnSignature,
        Locale language,
        ZoneId zone,
        List<Line> lines) {

    public Confirmed {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a confirmation of nothing");
        }
    }

    /**
     * One thing and what the person says of it.
     *
     * @param id the platform's, of the line
     * @param code of the label
     * @param condition in words; empty when nothing was said
     * @param comment empty when nothing was said
     */
    public record Line(
            String id,
            String name,
            @Nullable String code,
            @Nullable String serial,
            int quantity,
            boolean accepted,
            String condition,
            String comment) {}
}
