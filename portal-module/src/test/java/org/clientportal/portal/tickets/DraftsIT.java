package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.EWA;

import java.util.Map;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.junit.jupiter.api.Test;

/** Ewa finds what she has not sent, goes on with one and throws another away. */
class DraftsIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Browser ewa = portal.browser(EWA);

    @Test
    void draftsAreListedContinuedAndThrownAwayAfterAsking() {
        portal.work(() -> portal.jdbc()
                .sql("delete from draft d using person p where p.id = d.person and p.platform_id = ?")
                .param(EWA)
                .update());
        portal.platformSays(portal.ticket("8300", "Faktura z błędem", "open", EWA));
        assertThat(ewa.page("/tickets").select("a[href=/drafts]")).isEmpty();
        assertThat(ewa.page("/drafts").text()).contains("Everything is sent");

        ewa.submit(
                ewa.page("/tickets/8300"),
                "/tickets/8300/replies",
                Map.of("text", "A corrected one, please", "preview", "1"));
        ewa.submit(
                ewa.page("/tickets/new/plain"), "/tickets", Map.of("subject", "Paper jam", "text", "", "category", ""));

        assertThat(ewa.page("/tickets").selectFirst("a[href=/drafts]").text()).isEqualTo("2 texts not sent yet");
        var list = ewa.page("/drafts");
        assertThat(list.select(".draft h2").eachText())
                .containsExactly("New ticket: Paper jam", "Reply: Faktura z błędem");
        assertThat(list.select(".draft .said").eachText()).containsExactly("A corrected one, please");
        var going = ewa.page(list.select(".draft a.button").last().attr("href"));
        assertThat(going.selectFirst("textarea[name=text]").wholeText().strip()).isEqualTo("A corrected one, please");

        var removal = list.selectFirst(".draft a[href$=/removal]").attr("href");
        assertThat(ewa.page(removal).text()).contains("Delete the text you have not sent?", "Paper jam");
        assertThat(ewa.page("/drafts").select(".draft")).hasSize(2);
        assertThat(ewa.submit(ewa.page(removal), removal, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(ewa.page("/drafts").select(".draft h2").eachText()).containsExactly("Reply: Faktura z błędem");
        assertThat(ewa.get(removal).statusCode()).isEqualTo(404);

        ewa.submit(going, "/tickets/8300/replies", Map.of("text", "A corrected one, please"));
        assertThat(ewa.page("/drafts").select(".draft")).isEmpty();
    }
}
