package org.clientportal.demo.desk;

import java.util.List;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Document;
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
        List<Note> notes,
        List<Document> documents) {

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
        documents = documents == null ? List.of() : List.copyOf(documents);
        verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
    }

    /** One object in its new state. */
    static Act of(Record changed) {
        return of(null, List.of(changed));
    }

    /** The first of a desk. */
    static Act beginning(String epoch) {
        return of(epoch, List.of());
    }

    private static Act of(@Nullable String epoch, List<Record> changed) {
        return new Act(
                epoch,
                pick(changed, Organisation.class),
                pick(changed, Person.class),
                pick(changed, DeskTicket.class),
                pick(changed, Article.class),
                pick(changed, Announcement.class),
                pick(changed, DeskVerdict.class),
                null,
                pick(changed, Asset.class),
                pick(changed, Receipt.class),
                pick(changed, Note.class),
                pick(changed, Document.class));
    }

    private static <T> List<T> pick(List<Record> changed, Class<T> type) {
        return changed.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
