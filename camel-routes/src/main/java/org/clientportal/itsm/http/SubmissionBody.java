package org.clientportal.itsm.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.ReceiptAnswer;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.NewDecision;
import org.clientportal.itsm.Submission.NewNoteRead;
import org.clientportal.itsm.Submission.NewParticipation;
import org.clientportal.itsm.Submission.NewRating;
import org.clientportal.itsm.Submission.NewReceiptAnswer;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.itsm.Submission.NewState;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.NewVerdict;
import org.clientportal.itsm.Submission.OutgoingFile;
import org.clientportal.itsm.Submission.Writer;
import org.jspecify.annotations.Nullable;

/** A submission as it is on the wire; what a kind does not have is left out. */
record SubmissionBody(
        String kind,
        Writer writer,
        Instant writtenAt,
        @Nullable String ticketId,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String categoryId,
        @Nullable String priorityId,
        Submission.@Nullable Wish wish,
        @Nullable String articleId,
        @Nullable Boolean helped,
        @Nullable List<UploadedFile> files,
        @Nullable Map<String, List<String>> fields,
        @Nullable String requesterId,
        @Nullable String personId,
        @Nullable Boolean takesPart,
        @Nullable String follows,
        @Nullable Boolean automatic,
        @Nullable Integer score,
        @Nullable String approvalId,
        Submission.@Nullable Decision decision,
        @Nullable String assetId,
        @Nullable String html,
        @Nullable ReceiptPart receipt,
        @Nullable NotePart note) {

    /** A submission that is about no note. */
    SubmissionBody(
            String kind,
            Writer writer,
            Instant writtenAt,
            @Nullable String ticketId,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String categoryId,
            @Nullable String priorityId,
            Submission.@Nullable Wish wish,
            @Nullable String articleId,
            @Nullable Boolean helped,
            @Nullable List<UploadedFile> files,
            @Nullable Map<String, List<String>> fields,
            @Nullable String requesterId,
            @Nullable String personId,
            @Nullable Boolean takesPart,
            @Nullable String follows,
            @Nullable Boolean automatic,
            @Nullable Integer score,
            @Nullable String approvalId,
            Submission.@Nullable Decision decision,
            @Nullable String assetId,
            @Nullable String html,
            @Nullable ReceiptPart receipt) {
        this(
                kind,
                writer,
                writtenAt,
                ticketId,
                subject,
                text,
                categoryId,
                priorityId,
                wish,
                articleId,
                helped,
                files,
                fields,
                requesterId,
                personId,
                takesPart,
                follows,
                automatic,
                score,
                approvalId,
                decision,
                assetId,
                html,
                receipt,
                null);
    }

    /** A file whose bytes the bridge already has. */
    record UploadedFile(int index, String name, String contentType, long size, String sha256) {}

    /** What is said of a receipt. */
    record ReceiptPart(String id, int edition, String signedName, List<ReceiptAnswer.Line> lines) {

        static ReceiptPart of(NewReceiptAnswer answer) {
            return new ReceiptPart(answer.receiptId(), answer.edition(), answer.signedName(), answer.lines());
        }
    }

    /** Which note was read, and which of its editions. */
    record NotePart(String id, long edition) {}

    static SubmissionBody of(Submission submission, List<UploadedFile> files) {
        var blank = new Blank(submission.writer(), submission.writtenAt());
        return switch (submission) {
            case NewTicket t -> blank.ticket(t, files);
            case NewReply r -> blank.of("REPLY", r.ticketId(), r.text(), null, null, null, files, null, null, r.html());
            case NewState s -> blank.state(s);
            case NewRating r -> blank.rating(r);
            case NewVerdict v ->
                blank.of("VERDICT", null, v.reason(), null, v.articleId(), v.helped(), null, null, null);
            case NewDecision d -> blank.decision(d);
            case NewReceiptAnswer a -> blank.receipt(a, files);
            case NewNoteRead r -> blank.read(r);
            case NewParticipation p ->
                blank.of("PARTICIPATION", p.ticketId(), null, null, null, null, null, p.personId(), p.takesPart());
        };
    }

    /** What every submission has. */
    private record Blank(Writer writer, Instant writtenAt) {

        SubmissionBody ticket(NewTicket t, List<UploadedFile> files) {
            return new SubmissionBody(
                    "NEW_TICKET",
                    writer,
                    writtenAt,
                    null,
                    t.subject(),
                    t.text(),
                    t.categoryId(),
                    t.priorityId(),
                    null,
                    null,
                    null,
                    files,
                    t.fields().isEmpty() ? null : t.fields(),
                    t.requesterId(),
                    null,
                    null,
                    t.follows(),
                    null,
                    null,
                    null,
                    null,
                    t.assetId(),
                    t.html(),
                    null);
        }

        SubmissionBody read(NewNoteRead r) {
            return new SubmissionBody(
                    "NOTE_READ",
                    writer,
                    writtenAt,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    new NotePart(r.noteId(), r.edition()));
        }

        SubmissionBody decision(NewDecision d) {
            return new SubmissionBody(
                    "DECISION",
                    writer,
                    writtenAt,
                    d.ticketId(),
                    null,
                    d.text(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    d.approvalId(),
                    d.decision(),
                    null,
                    null,
                    null);
        }

        SubmissionBody receipt(NewReceiptAnswer a, List<UploadedFile> files) {
            return new SubmissionBody(
                    "RECEIPT_ANSWER",
                    writer,
                    writtenAt,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    files,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ReceiptPart.of(a));
        }

        SubmissionBody state(NewState s) {
            return new SubmissionBody(
                    "STATE",
                    writer,
                    writtenAt,
                    s.ticketId(),
                    null,
                    null,
                    null,
                    null,
                    s.wish(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    s.automatic() ? true : null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        SubmissionBody rating(NewRating r) {
            return new SubmissionBody(
                    "RATING",
                    writer,
                    writtenAt,
                    r.ticketId(),
                    null,
                    r.comment(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    r.score(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        SubmissionBody of(
                String kind,
                @Nullable String ticketId,
                @Nullable String text,
                Submission.@Nullable Wish wish,
                @Nullable String articleId,
                @Nullable Boolean helped,
                @Nullable List<UploadedFile> files,
                @Nullable String personId,
                @Nullable Boolean takesPart) {
            return of(kind, ticketId, text, wish, articleId, helped, files, personId, takesPart, null);
        }

        SubmissionBody of(
                String kind,
                @Nullable String ticketId,
                @Nullable String text,
                Submission.@Nullable Wish wish,
                @Nullable String articleId,
                @Nullable Boolean helped,
                @Nullable List<UploadedFile> files,
                @Nullable String personId,
                @Nullable Boolean takesPart,
                @Nullable String html) {
            return new SubmissionBody(
                    kind, writer, writtenAt, ticketId, null, text, null, null, wish, articleId, helped, files, null,
                    null, personId, takesPart, null, null, null, null, null, null, html, null);
        }
    }

    static List<OutgoingFile> filesOf(Submission submission) {
        return switch (submission) {
            case NewTicket ticket -> ticket.files();
            case NewReply reply -> reply.files();
            case NewState ignored -> List.of();
            case NewRating ignored -> List.of();
            case NewVerdict ignored -> List.of();
            case NewParticipation ignored -> List.of();
            case NewDecision ignored -> List.of();
            case NewNoteRead ignored -> List.of();
            case NewReceiptAnswer answer -> List.of(answer.document());
        };
    }
}
