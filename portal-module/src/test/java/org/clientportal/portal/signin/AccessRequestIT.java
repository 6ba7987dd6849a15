package org.clientportal.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.identity.People;
import org.clientportal.portal.letters.Letters;
import org.clientportal.portal.sync.PlatformLists;
import org.clientportal.portal.tickets.TicketWriting;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;
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
    void itBecomesATicketOfWhoeverWasChosenAndIsUnverified() {
        assertThat(opens("marek@oriale.example")).isTrue();

        var sent =
                PORTAL.inWork(() -> PORTAL.jdbc().sql("""
                        select o.destination || ' ' || o.topic || ' ' || p.platform_id || ' ' || e.verified || ' ' || t.subject
                          || '\n' || e.body
                        from entry e join ticket t on t.id = e.ticket join person p on p.id = t.requester
                          join outbox o on o.subject = e.id and o.destination = 'PLATFORM'
                        where e.body like '%zofia@brzozow.example%'""").query(String.class).single());
        assertThat(sent.replace('\u00a0', ' '))
                .startsWith("PLATFORM ticket.create marek false Prośba o dostęp do portalu: Zofia Obca\n")
                .contains("Imię i nazwisko: Zofia Obca", "E-mail: zofia@brzozow.example", "Magazyn", "nie sprawdził");
        assertThat(PORTAL.inWork(() -> PORTAL.jdbc()
                        .sql("select count(*) from person_address where address = 'zofia@brzozow.example'")
                        .query(Integer.class)
                        .single()))
                .as("she is not made known")
                .isZero();
    }

    @Test
    void withoutAnybodyChosenItIsMailed() {
        assertThat(opens(null)).isFalse();
        assertThat(opens("nobody@oriale.example")).isFalse();
    }

    private static boolean opens(@Nullable String requester) {
        var frame = PORTAL.bean(Letters.class).frame("pl", Phrase.of("mail.reason.access-request"));
        var tickets = new AccessRequestTickets(
                new AccessRequestSettings(requester, null),
                PORTAL.bean(People.class),
                PORTAL.bean(PlatformLists.class),
                PORTAL.bean(TicketWriting.class));
        var mail = new AccessRequestMail(frame, "Zofia Obca", "zofia@brzozow.example", "Magazyn");
        return tickets.requester()
                .filter(who -> PORTAL.inWork(() -> tickets.open(who, mail)))
                .isPresent();
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
