package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Anna writes with marks: what she sees before, at once and after its way to the platform and back is the same. */
class RichTextIT {

    private static final String TYPED = "Mam **dwa** ekrany:\n- lewy\n- prawy\n\n`C:\\_x_` i 2*3*4";
    private static final String PLAIN = "Ścieżka C:\\users\\_x_ i 2 * 3 * 4, snake_case_name";

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);

    @Test
    void thePreviewIsWhatThePageShowsAfterSendingAndAfterItCameBack() {
        portal.platformSays(portal.ticket("8100", "Ekrany", "open", ANNA));

        var preview = anna.page(location(anna.submit(
                anna.page("/tickets/8100"), "/tickets/8100/replies", Map.of("text", TYPED, "preview", "1"))));
        assertThat(preview.select(".entry")).hasSize(1);
        var previewed = preview.selectFirst("#preview .prose").html();
        assertThat(previewed).contains("<strong>dwa</strong>", "<li>lewy</li>", "<code>C:\\_x_</code> i 2*3*4");

        anna.submit(preview, "/tickets/8100/replies", Map.of("text", TYPED));
        assertThat(prose("8100").html()).isEqualTo(previewed);

        var reply = onlyReply("8100");
        assertThat(reply.text()).isEqualTo(TYPED);
        assertThat(reply.html()).isNotNull();
        portal.platformSays(portal.ticket("8100", "Ekrany", "open", ANNA, back("8100-e1", reply, reply.html(), true)));

        assertThat(anna.page("/tickets/8100").select(".entry")).hasSize(2);
        assertThat(prose("8100").html()).isEqualTo(previewed);
    }

    @Test
    void aPlatformThatTakesNoHtmlGivesBackWhatWasTypedAndTheSameIsShown() {
        portal.platformSays(portal.ticket("8101", "Bez HTML", "open", ANNA));
        anna.submit(anna.page("/tickets/8101"), "/tickets/8101/replies", Map.of("text", TYPED));
        var shown = prose("8101").html();
        var reply = onlyReply("8101");

        portal.platformSays(portal.ticket(
                "8101", "Bez HTML", "open", ANNA, back("8101-e1", reply, TYPED.replace("\n", "\r\n"), false)));
        assertThat(anna.page("/tickets/8101").select(".entry")).hasSize(2);
        assertThat(prose("8101").html()).isEqualTo(shown);

        portal.platformSays(
                portal.ticket("8101", "Bez HTML", "open", ANNA, back("8101-e1", reply, "Zmienione tam", false)));
        assertThat(prose("8101").text()).isEqualTo("Zmienione tam");
    }

    @Test
    void whatHasNoMarksGoesAsPlainTextAndIsShownAsTyped() {
        portal.platformSays(portal.ticket("8102", "Zwykły", "open", ANNA));
        anna.submit(anna.page("/tickets/8102"), "/tickets/8102/replies", Map.of("text", PLAIN));

        assertThat(prose("8102").text()).isEqualTo(PLAIN);
        var reply = onlyReply("8102");
        assertThat(reply.text()).isEqualTo(PLAIN);
        assertThat(reply.html()).isNull();
    }

    private NewReply onlyReply(String number) {
        return portal.platformTakes().stream()
                .filter(NewReply.class::isInstance)
                .map(NewReply.class::cast)
                .filter(reply -> reply.ticketId().equals(number))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static Entry back(String id, NewReply reply, String text, boolean html) {
        return new Entry(
                id,
                1,
                Entry.Kind.REPLY,
                RunningPortal.person(ANNA),
                Instant.parse("2026-11-20T08:30:00Z"),
                text,
                html,
                null,
                reply.key().value(),
                true,
                List.of());
    }

    private Element prose(String number) {
        return anna.page("/tickets/" + number).select(".entry .prose").last();
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
