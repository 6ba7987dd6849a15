package org.clientportal.portal.evidence;

import java.util.List;
import org.clientportal.portal.pdf.Document;
import org.clientportal.portal.pdf.DocumentFrame;
import org.jspecify.annotations.Nullable;

/**
 * A confirmation on paper.
 *
 * @param returned whether things were given back, not handed out
 * @param number of the receipt
 * @param issuedAt with its offset
 * @param accepted how many of the lines
 * @param check where and by which code anybody asks whether it is valid
 */
public record ConfirmationDocument(
        DocumentFrame frame,
        boolean returned,
        String title,
        String number,
        int version,
        String issuedBy,
        String issuedAt,
        List<Line> lines,
        int accepted,
        Signature signature,
        Check check)
        implements Document {

    public ConfirmationDocument {
        lines = List.copyOf(lines);
    }

    /** One thing; empty is what was not said. */
    public record Line(
            String name,
            @Nullable String code,
            @Nullable String serial,
            int quantity,
            boolean accepted,
            String condition,
            String comment) {}

    /**
     * Who signed.
     *
     * @param at to the second, with its zone
     * @param picture of the signature that was drawn; null when only the name was typed
     */
    public record Signature(
            String name, String login, String at, @Nullable String picture) {}

    /** @param address of the page, without the code */
    public record Check(String code, String address, String url) {}

    /** The message that says what the signature says. */
    public String extent() {
        if (accepted == lines.size()) {
            return "all";
        }
        return accepted == 0 ? "none" : "some";
    }

    @Override
    public String template() {
        return "documents/receipts/confirmation";
    }
}
