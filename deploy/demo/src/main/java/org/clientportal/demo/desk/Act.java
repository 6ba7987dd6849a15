package org.clientportal.demo.desk;

import java.util.List;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on the desk: everything it changed, in its new state. Written and read whole.
 *
 * @param epoch only in the first act of a desk: marks its cursors
 * @param verdicts new ones
 * @param submission the submission that caused it
 */
record Act(
        @Nullable String epoch,
        List<Organisation> organisations,
        List<Person> people,
        List<DeskTicket> tickets,
        List<Article> articles,
        List<Announcement> announcements,
        List<DeskVerdict> verdicts,
        @Nullable Happened submission,
        List<Asset> assets,
        List<Receipt> receipts,
        List<Note> notes) {

    /** A submission had its effect. */
    record Happened(String requestKey, Delivered delivered) {}

    Act {
        organisations = organisations == null ? List.of() : List.copyOf(organisations);
        people = people == null ? List.of() : List.copyOf(people);
        tickets = tickets == null ? List.of() : List.copyOf(tickets);
        articles = articles == null ? List.of() : List.copyOf(articles);
        announcements = announcements == null ? List.of() : List.copyOf(announcements);
        assets = assets == null ? List.of() : List.copyOf(assets);
        receipts = receipts == null ? List.of() : List.copyOf(receipts);
        notes = notes == null ? List.of() : List.copyOf(notes);
        verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
    }

    /** One that changes no note. */
    private Act(
            @Nullable String epoch,
            List<Organisation> organisations,
            List<Person> people,
            List<DeskTicket> tickets,
            List<Article> articles,
            List<Announcement> announcements,
            List<DeskVerdict> verdicts,
            @Nullable Happened submission,
            List<Asset> assets,
            List<Receipt> receipts) {
        this(
                epoch,
                organisations,
                people,
                tickets,
                articles,
                announcements,
                verdicts,
                submission,
                assets,
                receipts,
                List.of());
    }

    static Act of(Organisation organisation) {
        return new Act(
                null,
                List.of(organisation),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    static Act of(Person person) {
        return new Act(
                null,
                List.of(),
                List.of(person),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    static Act of(DeskTicket ticket) {
        return new Act(
                null,
                List.of(),
                List.of(),
                List.of(ticket),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    static Act of(Article article) {
        return new Act(
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(article),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    static Act of(Announcement announcement) {
        return new Act(
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(announcement),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    static Act of(Asset asset) {
        return new Act(
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(asset),
                List.of());
    }

    static Act of(Receipt receipt) {
        return new Act(
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(receipt));
    }

    static Act of(Note note) {
        return new Act(
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(note));
    }

    /** The first of a desk. */
    static Act beginning(String epoch) {
        return new Act(
                epoch, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of());
    }
}
