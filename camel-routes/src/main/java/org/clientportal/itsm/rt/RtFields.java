package org.clientportal.itsm.rt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.Submission.NewRating;
import org.clientportal.itsm.Submission.NewState;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.Submission.Writer;
import org.jspecify.annotations.Nullable;

/**
 * What the portal writes beside a person's words so that they can be found and read back in their name. The names are
 * those of the pack's custom fields.
 */
final class RtFields {

    static final String REQUEST_KEY = "Portal request key";
    static final String AUTHOR = "Portal author";
    static final String SENDER = "Portal sender";
    static final String LAST_WORD = "Portal last word";
    static final String APPROVAL_ASKED = "Approval asked";
    static final String APPROVAL_GIVEN = "Approval given";
    static final String ENTRY_KEY = "Portal entry key";
    static final String ENTRY_AUTHOR = "Portal entry author";
    static final String ENTRY_SENDER = "Portal entry sender";
    static final String PORTAL_ACCESS = "Portal access";
    static final String PASSWORD_ASKED = "Portal password asked";

    static final String RATING = "Portal rating";
    static final String RATING_COMMENT = "Portal rating comment";
    static final String RATING_WORD = "Portal rating word";
    static final String WAITING_FOR = "Portal waiting for";
    static final String NOTE_READS = "Portal note reads";

    /** Without these no ticket. */
    static final List<String> TICKET = List.of(REQUEST_KEY, AUTHOR, SENDER, LAST_WORD);
    /** What came with a later pack; without these tickets go on, and nobody can rate or say what is waited for. */
    static final List<String> TICKET_LATER = List.of(RATING, RATING_COMMENT, RATING_WORD, WAITING_FOR);
    /** Fields of tickets whose changes are part of a ticket's story. */
    static final List<String> TOLD =
            List.of(LAST_WORD, RATING_WORD, WAITING_FOR, APPROVAL_ASKED, APPROVAL_GIVEN, NOTE_READS);
    /** Who is asked to agree, and what they said. An RT whose pack is older has neither, and asks nobody. */
    static final List<String> APPROVAL = List.of(APPROVAL_ASKED, APPROVAL_GIVEN);

    static final List<String> TRANSACTION = List.of(ENTRY_KEY, ENTRY_AUTHOR, ENTRY_SENDER);
    static final List<String> ARTICLE = List.of(
            "Body",
            "Language",
            "Category",
            "Keywords",
            "Audience",
            "Public",
            "Valid from",
            "Valid until",
            "Related",
            "Files",
            "Kind",
            "Text",
            RtDocuments.KIND,
            RtDocuments.VERSIONS,
            RtDocuments.CHANGES);
    static final List<String> USER = List.of(PORTAL_ACCESS, PASSWORD_ASKED);

    /** RT cuts values at 255 characters. */
    private static final int LONGEST_NAME = 90;

    private static final Pattern CONTENT_TYPE = Pattern.compile("(?ims)^Content-Type:\\s*(.*?)(?=\\n\\S|\\z)");

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private RtFields() {}

    static String author(Writer writer) {
        return writer.personId() + "|" + plain(writer.name()) + "|" + writer.email() + behalf(writer);
    }

    private static @Nullable Author author(String field) {
        var parts = field.split("\\|", 4);
        return parts.length < 2 || parts[0].isEmpty()
                ? null
                : new Author(parts[0], parts[1], Role.PERSON, parts.length < 4 ? null : parts[3]);
    }

    /** A further part, for whom it is written; nothing when the writer writes for themselves. */
    private static String behalf(Writer writer) {
        return writer.onBehalfOf() == null ? "" : "|" + plain(writer.onBehalfOf());
    }

    static String sender(Writer writer) {
        return writer.verified() ? "verified" : "unverified";
    }

    /**
     * The content type of a text, with request key and author in it. RT stores it in the same database transaction as the
     * text, so one is never there without the other; and it is read with the text. The custom fields follow a moment
     * later: they are for agents to see and for finding a key quickly.
     */
    static String contentType(RequestKey key, Writer writer, boolean html) {
        var author = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(author(writer).getBytes(UTF_8));
        return (html ? "text/html" : "text/plain") + "; portal-key=\"" + key.value() + "\"; portal-author=\"" + author
                + "\"";
    }

    /** Null when there is none; what is no key was not written by the portal. */
    static @Nullable String carriedKey(String headers) {
        var key = contentTypeParameter(headers, "portal-key");
        return key != null && KEY.matcher(key).matches() ? key : null;
    }

    static @Nullable Author carriedAuthor(String headers) {
        var author = contentTypeParameter(headers, "portal-author");
        try {
            return author == null
                    ? null
                    : author(new String(Base64.getUrlDecoder().decode(author), UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A parameter of a part's stored Content-Type; null when it has none. */
    static @Nullable String contentTypeParameter(String headers, String name) {
        var type = CONTENT_TYPE.matcher(headers);
        if (!type.find()) {
            return null;
        }
        var parameter =
                Pattern.compile(Pattern.quote(name) + "=\"?([^\";\\s]+)").matcher(type.group(1));
        return parameter.find() ? parameter.group(1) : null;
    }

    static String plain(String name) {
        var plain = name.replace('|', '/').replaceAll("\\s+", " ").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    /**
     * The last time a person closed or reopened a ticket. RT's status changes carry no author but the account, so this is
     * written first, and the account's next status change belongs to it.
     */
    record Word(Wish wish, String key, Author author) {

        static String of(NewState state) {
            return state.automatic()
                    ? said(state.wish()) + "|" + state.key().value() + "||"
                    : of(state.wish(), state.key(), state.writer());
        }

        static String of(Wish wish, RequestKey key, Writer writer) {
            return said(wish) + "|" + key.value() + "|" + writer.personId() + "|" + plain(writer.name())
                    + behalf(writer);
        }

        private static String said(Wish wish) {
            return wish == Wish.CLOSE ? "closed" : "reopened";
        }

        static @Nullable Word parse(String field) {
            var parts = field.split("\\|", 5);
            if (parts.length < 4
                    || !List.of("closed", "reopened").contains(parts[0])
                    || !KEY.matcher(parts[1]).matches()) {
                return null;
            }
            var wish = parts[0].equals("closed") ? Wish.CLOSE : Wish.REOPEN;
            var author = parts[2].isEmpty()
                    ? new Author(null, parts[3], Role.AUTOMATIC)
                    : new Author(parts[2], parts[3], Role.PERSON, parts.length < 5 ? null : parts[4]);
            return new Word(wish, parts[1], author);
        }
    }

    /** How a person rated a ticket, written after number and comment, so that it stands for all three. */
    record RatingWord(int score, String key, String personId) {

        static String of(NewRating rating) {
            var writer = rating.writer();
            return rating.score() + "|" + rating.key().value() + "|" + writer.personId() + "|" + plain(writer.name());
        }

        static @Nullable RatingWord parse(String field) {
            var parts = field.split("\\|", 4);
            return parts.length == 4
                            && parts[0].matches("[" + Rating.LOWEST + "-" + Rating.HIGHEST + "]")
                            && KEY.matcher(parts[1]).matches()
                    ? new RatingWord(Integer.parseInt(parts[0]), parts[1], parts[2])
                    : null;
        }
    }
}
