package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.itsm.ContractPlatform.assertAuthor;

import java.util.List;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.itsm.Submission.NewTicket;
import org.junit.jupiter.api.Test;

/** A text with marks arrives as HTML where the platform takes it, else as it was typed; once, and never both. */
public interface ContractMarks extends ContractPlatform {

    String TYPED = "To **ważne** & <pilne>:\n\n- klucz\n- `a < b`";
    String HTML =
            "<p>To <strong>ważne</strong> &amp; &lt;pilne&gt;:</p>\n<ul>\n<li>klucz</li>\n<li><code>a &lt; b</code></li>\n</ul>";

    @Test
    default void marksOfANewTicketComeBackAsHtmlOrAsTheyWereTyped() {
        var cursor = cursorNow();
        var written = new NewTicket(
                ContractCast.newKey(),
                cast().anna(),
                ContractCast.now(),
                "Wyróżnienia",
                TYPED,
                cast().categoryId(),
                cast().priorityId(),
                List.of(),
                java.util.Map.of(),
                null,
                null,
                null,
                HTML);

        var delivered = itsm().deliver(written);

        var ticket = awaitTicket(cursor, delivered.ticketId(), t -> !t.entries().isEmpty());
        assertThat(ticket.entries()).hasSize(1);
        assertSame(ticket.entries().getFirst());
        assertThat(ticket.entries().getFirst().requestKey())
                .isEqualTo(written.key().value());
        assertAuthor(ticket.entries().getFirst(), cast().anna());
    }

    @Test
    default void marksOfAReplyComeBackAsHtmlOrAsTheyWereTyped() {
        var cursor = cursorNow();
        var ticketId = openTicket("Marks in a reply");
        var reply = new NewReply(
                ContractCast.newKey(), cast().marek(), ContractCast.now(), ticketId, TYPED, List.of(), HTML);

        itsm().deliver(reply);
        assertThat(itsm().deliver(reply).ticketId()).isEqualTo(ticketId);

        var entry = awaitEntry(cursor, ticketId, reply);
        assertSame(entry);
        assertAuthor(entry, cast().marek());
        assertThat(fresh(ticketId).entries())
                .filteredOn(e -> reply.key().value().equals(e.requestKey()))
                .hasSize(1);
    }

    private static void assertSame(Entry entry) {
        assertThat(entry.text()).isEqualTo(entry.html() ? HTML : TYPED);
    }
}
