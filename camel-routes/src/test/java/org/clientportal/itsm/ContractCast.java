package org.clientportal.itsm;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.itsm.Submission.NewDecision;
import org.clientportal.itsm.Submission.NewParticipation;
import org.clientportal.itsm.Submission.NewReceiptAnswer;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.itsm.Submission.NewState;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.NewVerdict;
import org.clientportal.itsm.Submission.OutgoingFile;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.Submission.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in the contract tests of a platform, and what they write.
 *
 * @param anna a person of the platform
 * @param marek another, who may answer Anna's tickets (the platform need not check that)
 * @param categoryId a category in which tickets can be opened
 * @param priorityId a priority, null when the platform has none
 */
public record ContractCast(
        Writer anna,
        Writer marek,
        String categoryId,
        @Nullable String priorityId) {

    public static Writer writer(String personId, String name, String email) {
        return new Writer(personId, name, email, Channel.PORTAL, true);
    }

    public static RequestKey newKey() {
        return new RequestKey(UUID.randomUUID().toString());
    }

    public NewTicket ticket(Writer writer, String subject, String text, OutgoingFile... files) {
        return new NewTicket(newKey(), writer, now(), subject, text, categoryId, priorityId, List.of(files));
    }

    public NewReply reply(Writer writer, String ticketId, String text, OutgoingFile... files) {
        return new NewReply(newKey(), writer, now(), ticketId, text, List.of(files));
    }

    public NewState wish(Writer writer, String ticketId, Wish wish) {
        return new NewState(newKey(), writer, now(), ticketId, wish);
    }

    public NewParticipation participation(Writer writer, String ticketId, Writer whose, boolean takesPart) {
        return new NewParticipation(newKey(), writer, now(), ticketId, whose.personId(), takesPart);
    }

    public static Writer standingIn(Writer writer, Writer whose) {
        return new Writer(
                writer.personId(), writer.name(), writer.email(), writer.channel(), writer.verified(), whose.name());
    }

    public NewDecision decision(Writer writer, String ticketId, String approvalId, Decision decision, String text) {
        return new NewDecision(newKey(), writer, now(), ticketId, approvalId, decision, text);
    }

    public NewVerdict verdict(Writer writer, String articleId, boolean helped, String reason) {
        return new NewVerdict(newKey(), writer, now(), articleId, helped, reason);
    }

    /** Signed by the writer's own name. */
    public NewReceiptAnswer answer(
            Writer writer, String receiptId, int edition, List<ReceiptAnswer.Line> lines, byte[] document) {
        return new NewReceiptAnswer(
                newKey(),
                writer,
                now(),
                receiptId,
                edition,
                writer.name(),
                lines,
                file("Potwierdzenie odbioru – żółte.pdf", "application/pdf", document));
    }

    public static OutgoingFile file(String name, String contentType, byte[] bytes) {
        return new OutgoingFile(name, contentType, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** Bytes that no text conversion survives, the same for the same seed. */
    public static byte[] bytes(int size, long seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
