package org.clientportal.itsm;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something a person wrote, on its way to the platform. */
public sealed interface Submission {

    /** The same key twice has one effect. */
    RequestKey key();

    /** In whose name. */
    Writer writer();

    /** When the person pressed the button or sent the mail. */
    Instant writtenAt();

    /**
     * Identifies a submission for ever.
     *
     * @param value a UUID in its 36-character form
     */
    record RequestKey(String value) {}

    /**
     * The person who writes.
     *
     * @param personId the platform's id
     * @param verified false when the identity rests on a mail's From line only; the platform shows that to the agent
     * @param onBehalfOf name of the person for whom it is written, by a stand-in or a colleague; null normally
     */
    record Writer(
            String personId,
            String name,
            String email,
            Channel channel,
            boolean verified,
            @Nullable String onBehalfOf) {

        /** Somebody who writes for themselves. */
        public Writer(String personId, String name, String email, Channel channel, boolean verified) {
            this(personId, name, email, channel, verified, null);
        }
    }

    /** Which way it came. */
    enum Channel {
        PORTAL,
        MAIL
    }

    /**
     * A file on its way out.
     *
     * @param size bytes
     */
    record OutgoingFile(String name, String contentType, long size, Content content) {

        /** Opens the bytes, as often as asked. */
        public interface Content {
            InputStream open() throws IOException;
        }
    }

    /**
     * A new ticket.
     *
     * @param text plain text, lines separated by {@code \n}
     * @param html the same as HTML, made safe by the portal, when the text has marks; null when it has none. A platform that
     *     takes HTML keeps this in place of the text and gives it back as HTML, unchanged; another one keeps the text
     * @param priorityId null to let the platform decide
     * @param fields values of {@linkplain Catalogue#fields() further fields} by their id. The text has them too, so one that
     *     the platform does not know or whose value it does not take is left out and refuses nothing
     * @param requesterId the person it is opened for, by the platform's id; the writer is then in copy. Null when it is the
     *     writer's own
     * @param follows the ticket that this one takes up again, null for none; the two are linked where the platform can, the
     *     text says it too, and a link that cannot be made refuses nothing
     * @param assetId the {@linkplain Asset asset} that it is about, null for none; linked where the platform can, and a link
     *     that cannot be made refuses nothing
     */
    record NewTicket(
            RequestKey key,
            Writer writer,
            Instant writtenAt,
            String subject,
            String text,
            String categoryId,
            @Nullable String priorityId,
            List<OutgoingFile> files,
            Map<String, List<String>> fields,
            @Nullable String requesterId,
            @Nullable String follows,
            @Nullable String assetId,
            @Nullable String html)
            implements Submission {

        public NewTicket {
            fields = Map.copyOf(fields);
        }

        public NewTicket(
                RequestKey key,
                Writer writer,
                Instant writtenAt,
                String subject,
                String text,
                String categoryId,
                @Nullable String priorityId,
                List<OutgoingFile> files) {
            this(key, writer, writtenAt, subject, text, categoryId, priorityId, files, Map.of(), null, null, null);
        }

        public NewTicket(
                RequestKey key,
                Writer writer,
                Instant writtenAt,
                String subject,
                String text,
                String categoryId,
                @Nullable String priorityId,
                List<OutgoingFile> files,
                Map<String, List<String>> fields,
                @Nullable String requesterId) {
            this(key, writer, writtenAt, subject, text, categoryId, priorityId, files, fields, requesterId, null, null);
        }

        /** One without marks. */
        public NewTicket(
                RequestKey key,
                Writer writer,
                Instant writtenAt,
                String subject,
                String text,
                String categoryId,
                @Nullable String priorityId,
                List<OutgoingFile> files,
                Map<String, List<String>> fields,
                @Nullable String requesterId,
                @Nullable String follows,
                @Nullable String assetId) {
            this(
                    key,
                    writer,
                    writtenAt,
                    subject,
                    text,
                    categoryId,
                    priorityId,
                    files,
                    fields,
                    requesterId,
                    follows,
                    assetId,
                    null);
        }
    }

    /**
     * A reply of the person in a ticket.
     *
     * @param text plain text, lines separated by {@code \n}
     * @param html as of a {@link NewTicket}
     */
    record NewReply(
            RequestKey key,
            Writer writer,
            Instant writtenAt,
            String ticketId,
            String text,
            List<OutgoingFile> files,
            @Nullable String html)
            implements Submission {

        /** One without marks. */
        public NewReply(
                RequestKey key,
                Writer writer,
                Instant writtenAt,
                String ticketId,
                String text,
                List<OutgoingFile> files) {
            this(key, writer, writtenAt, ticketId, text, files, null);
        }
    }

    /**
     * A change of state that the person wishes. Asking for the state a ticket already has succeeds.
     *
     * @param automatic true when nobody said it: the portal closes what support solved and nobody answered. It then has an
     *     effect only while the ticket's status is of meaning {@link StatusMeaning#SOLVED}, succeeds without one else, and its
     *     entry's author is {@link Entry.Role#AUTOMATIC}. The writer is the ticket's requester
     */
    record NewState(RequestKey key, Writer writer, Instant writtenAt, String ticketId, Wish wish, boolean automatic)
            implements Submission {

        public NewState(RequestKey key, Writer writer, Instant writtenAt, String ticketId, Wish wish) {
            this(key, writer, writtenAt, ticketId, wish, false);
        }
    }

    /**
     * What a person says of how a ticket was solved. A later one takes the place of an earlier one.
     *
     * @param score {@value Rating#LOWEST} to {@value Rating#HIGHEST}
     * @param comment plain text; empty when nothing was said
     */
    record NewRating(RequestKey key, Writer writer, Instant writtenAt, String ticketId, int score, String comment)
            implements Submission {}

    /**
     * Somebody comes into copy of a ticket or leaves it; {@link Ticket#participantIds()} has the outcome. Asking for what is so
     * already succeeds.
     *
     * @param personId the platform's id of who is meant, which may be the writer
     * @param takesPart whether that person is in copy afterwards
     */
    record NewParticipation(
            RequestKey key, Writer writer, Instant writtenAt, String ticketId, String personId, boolean takesPart)
            implements Submission {}

    /**
     * What a person who was asked says. A decision of something that is decided or withdrawn already is refused with
     * {@link ItsmRejected.Reason#CLOSED}, so that of two at one moment one counts; a comment decides nothing.
     *
     * @param text why; may be empty, but not for a refusal or a comment
     */
    record NewDecision(
            RequestKey key,
            Writer writer,
            Instant writtenAt,
            String ticketId,
            String approvalId,
            Decision decision,
            String text)
            implements Submission {}

    /** What can be said to an approval. */
    enum Decision {
        APPROVE,
        REFUSE,
        COMMENT
    }

    /**
     * What a person says of an article of the knowledge base.
     *
     * @param reason what was missing, in the person's words; empty when nothing was said
     */
    record NewVerdict(RequestKey key, Writer writer, Instant writtenAt, String articleId, boolean helped, String reason)
            implements Submission {}

    /**
     * What a person confirms of a {@link Receipt}, signed at {@link #writtenAt()}. An answer to what is not the newest edition,
     * is answered or is withdrawn is refused with {@link ItsmRejected.Reason#CLOSED}, so that of two at one moment one counts.
     *
     * @param edition which edition was signed
     * @param signedName the name as it was signed
     * @param lines what is said of each line of that edition, of all of them
     * @param document what was signed, as it is shown to both sides
     */
    record NewReceiptAnswer(
            RequestKey key,
            Writer writer,
            Instant writtenAt,
            String receiptId,
            int edition,
            String signedName,
            List<ReceiptAnswer.Line> lines,
            OutgoingFile document)
            implements Submission {

        public NewReceiptAnswer {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A person read a {@linkplain Note note}. One that was withdrawn since takes it where the platform allows that; the mark of an
     * earlier edition after that of a later one stands beside it.
     *
     * @param edition which words were read
     */
    record NewNoteRead(RequestKey key, Writer writer, Instant writtenAt, String noteId, long edition)
            implements Submission {}

    /** What a person can wish for a ticket. */
    enum Wish {
        /** "It works" or "no longer needed": the platform's status becomes one of meaning {@link StatusMeaning#CLOSED}. */
        CLOSE,
        /** "Still broken": the status becomes one of meaning {@link StatusMeaning#IN_WORK} or NEW. */
        REOPEN
    }
}
