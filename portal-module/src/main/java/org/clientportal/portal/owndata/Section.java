package org.clientportal.portal.owndata;

import java.util.List;
import java.util.Locale;

/** A part of a person's data: a name in the JSON, a heading for people, the tables it comes from. */
enum Section {
    PERSON("person", "person_address", "person_group", "person_preference", "former_address", "login", "organisation"),
    RIGHTS("access_line"),
    TICKETS("ticket", "entry", "attachment", "ticket_request"),
    PARTICIPATIONS("ticket_participation"),
    SHARES("ticket_share"),
    STAND_INS("stand_in"),
    APPROVALS("approval", "approval_word"),
    RATINGS("ticket_rating"),
    ASSETS("asset_holding", "asset_correction"),
    DOCUMENTS("document_seen"),
    NOTES("note", "note_read"),
    CONFIRMATIONS("confirmation", "confirmation_value"),
    DRAFTS("draft", "draft_file"),
    VERDICTS("article_verdict"),
    FOLLOWED("announcement_follower"),
    SESSIONS("session"),
    SIGN_INS("sign_in", "failed_sign_in"),
    NOTIFICATIONS("notification"),
    NOTIFICATION_CHOICES("notification_preference", "digest_preference"),
    MUTES("ticket_mute"),
    DIGESTS("digest"),
    LETTERS("letter_log"),
    MAILS("inbound_mail"),
    DELIVERIES("outbox"),
    DEEDS("audit"),
    DOWNLOADS("own_data_download");

    private final List<String> tables;

    Section(String... tables) {
        this.tables = List.of(tables);
    }

    /** The tables whose rows about the person are in it. */
    List<String> tables() {
        return tables;
    }

    /** Its name in the JSON and in messages: {@code sign-ins}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The database's function that gives its rows. */
    String function() {
        return "own_data_" + name().toLowerCase(Locale.ROOT);
    }
}
