package org.clientportal.portal.owndata;

import java.util.Map;

/**
 * Tables that are not part of a person's data, each with the reason. Every table of the database is either here or with a
 * {@link Section}; a new one that is neither fails the build.
 */
final class LeftOut {

    private static final String NOBODYS = "says nothing about a person";
    private static final String RIGHTS = "who may see what, derived from what is told elsewhere";
    private static final String SECRET = "a secret for a moment, worthless afterwards";

    static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("access_version", NOBODYS),
            Map.entry("announcement", "of the help desk, for many"),
            Map.entry("announcement_reader", RIGHTS),
            Map.entry("announcement_text", "of the help desk, for many"),
            Map.entry("article", "of the help desk, for many"),
            Map.entry("article_awaits", RIGHTS),
            Map.entry("article_reader", RIGHTS),
            Map.entry("article_use", "counted for all together"),
            Map.entry("asset", "the firm's things; what the person has or had is told"),
            Map.entry("asset_awaits", RIGHTS),
            Map.entry("asset_reader", RIGHTS),
            Map.entry("content_preview", "made of contents, which are told with what they belong to"),
            Map.entry("content_scan", NOBODYS),
            Map.entry("preview_page", "made of contents, which are told with what they belong to"),
            Map.entry("document", "of the firm, for many; what is for the person or was opened is told"),
            Map.entry("document_awaits", RIGHTS),
            Map.entry("document_reader", RIGHTS),
            Map.entry("document_version", "told with its document"),
            Map.entry("ticket_asset", "which assets tickets name, told on their pages"),
            Map.entry("catalogue", NOBODYS),
            Map.entry("catalogue_picture", NOBODYS),
            Map.entry("category_pace", "counted for all together"),
            Map.entry("confidential_category", NOBODYS),
            Map.entry("confirmation_link", "hashes only; what was confirmed is told"),
            Map.entry("confirmation_seal", NOBODYS),
            Map.entry("confirmation_unsealed", NOBODYS),
            Map.entry("content", "the bytes of files, which are told with the person's own entries and drafts"),
            Map.entry("content_chunk", "the bytes of files, which are told with the person's own entries and drafts"),
            Map.entry("deflection", "names nobody: which articles were shown beside a form"),
            Map.entry("failed_sign_in_read", NOBODYS),
            Map.entry("form_use", SECRET),
            Map.entry("inbound_step", "how a mail was judged, of which the verdict is told"),
            Map.entry("login_rule", NOBODYS),
            Map.entry("mail_cursor", NOBODYS),
            Map.entry("mail_poll", NOBODYS),
            Map.entry("note_awaits", RIGHTS),
            Map.entry("note_reader", RIGHTS),
            Map.entry("outbox_lane", "the order of deliveries, which are told"),
            Map.entry("platform_catalogue", NOBODYS),
            Map.entry("reconcile", NOBODYS),
            Map.entry("reconcile_seen", NOBODYS),
            Map.entry("request_kind", NOBODYS),
            Map.entry("request_kind_reader", RIGHTS),
            Map.entry("request_kind_version", NOBODYS),
            Map.entry("search_build", NOBODYS),
            Map.entry("search_document", "words of tickets and articles, made for finding them"),
            Map.entry("search_miss", "names nobody: which words found nothing"),
            Map.entry("session_end", SECRET),
            Map.entry("sync_cursor", NOBODYS),
            Map.entry("ticket_awaited", "tickets of somebody the register does not know yet"),
            Map.entry("ticket_closing", "when a ticket is closed, told on its page"),
            Map.entry("ticket_closing_rule", NOBODYS),
            Map.entry("ticket_link", "how tickets hang together on the platform, told on their pages"),
            Map.entry("ticket_reader", RIGHTS),
            Map.entry("view_link", SECRET + "; that somebody looked is told with what was done"));

    private LeftOut() {}
}
