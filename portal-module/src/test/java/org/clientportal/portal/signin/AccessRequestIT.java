package org.clientportal.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clientportal.portal.RunningPortal;
import org.junit.jupiter.api.Test;

/** Anybody can ask for access, once or twice; without a mail server nobody is told that it was sent. */
class AccessRequestIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    @Test
    void whatIsTypedComesBackWithWhatIsWrong() {
        var stranger = PORTAL.stranger();
        var page = stranger.page("/access-request");

        var answer = stranger.submit(
                page, "/access-request", Map.of("name", "", "email", "nobody\r\nBcc: all@x", "note", "Magazyn"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Magazyn");
        assertThat(org.jsoup.Jsoup.parse(answer.body()).select(".wrong")).hasSize(2);
    }

    @Test
    void itSaysWhenItCouldNotBeSentAndWhenItWasTooMuch() {
        var stranger = PORTAL.stranger();
        var said = Map.of("name", "Ola Nowa", "email", "ola@oriale.example", "note", "");
        for (var time = 0; time < AccessRequests.PER_ASKER; time++) {
            var page = stranger.page("/access-request");
            assertThat(stranger.submit(page, "/access-request", said).statusCode())
                    .isEqualTo(422);
        }
        var last = stranger.submit(stranger.page("/access-request"), "/access-request", said);

        assertThat(last.statusCode()).isEqualTo(422);
        assertThat(last.body()).containsPattern("spróbuj za\\s+godzinę|try again in an hour");
    }
}
