package org.clientportal.itsm.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Submission;
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
        @Nullable Map<String, List<String>> fields) {

    /** A file whose bytes the bridge already has. */
    record UploadedFile(int index, String name, String contentType, long size, String sha256) {}

    static SubmissionBody of(Submission submission, List<UploadedFile> files) {
        return switch (submission) {
            case NewTicket t ->
                new SubmissionBody(
                        "NEW_TICKET",
                        t.writer(),
                        t.writtenAt(),
                        null,
                        t.subject(),
                        t.text(),
                        t.categoryId(),
                        t.priorityId(),
                        null,
                        null,
                        null,
                        files,
                        t.fields().isEmpty() ? null : t.fields());
            case NewReply r ->
                new SubmissionBody(
                        "REPLY",
                        r.writer(),
                        r.writtenAt(),
                        r.ticketId(),
                        null,
                        r.text(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        files,
                        null);
            case NewState s ->
                new SubmissionBody(
                        "STATE",
                        s.writer(),
                        s.writtenAt(),
                        s.ticketId(),
                        null,
                        null,
                        null,
                        null,
                        s.wish(),
                        null,
                        null,
                        null,
                        null);
            case NewVerdict v ->
                new SubmissionBody(
                        "VERDICT",
                        v.writer(),
                        v.writtenAt(),
                        null,
                        null,
                        v.reason(),
                        null,
                        null,
                        null,
                        v.articleId(),
                        v.helped(),
                        null,
                        null);
        };
    }

    static List<OutgoingFile> filesOf(Submission submission) {
        return switch (submission) {
            case NewTicket ticket -> ticket.files();
            case NewReply reply -> reply.files();
            case NewState ignored -> List.of();
            case NewVerdict ignored -> List.of();
        };
    }
}
