package org.clientportal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people newly wrote, apart from what they answer. */
class ReplyTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gmail-pl-html | Dziękuję, działa.",
                "outlook-web | Działa, dziękuję.",
                "outlook-pl-plain | Nadal nie działa.",
                "outlook-en-plain | Still broken.",
                "outlook-original-pl | Nie pomogło.",
                "outlook-express | Uruchomiłam, nie pomogło.",
                "thunderbird-pl | Zrobione.",
                "thunderbird-pl-bottom | Zrobione, bez zmian.",
                "thunderbird-html | Zrobione.",
                "apple-pl | Już działa.",
                "proton-pl | Działa.",
                "onet-pl | Nie działa.",
                "wp-pl | Nie działa.",
                "yahoo | It works.",
                "zimbra | Działa.",
                "oryginalna | Działa.",
                "flowed | To jest długie zdanie."
            })
    void theQuoteOfEachClientIsTakenAway(String name, String expected) {
        var reply = MailCorpus.read(name).reply();
        assertThat(reply.text()).isEqualTo(expected);
        assertThat(reply.quoted()).isNotBlank();
    }

    @Test
    void outlooksBorderIsRecognised() {
        assertThat(MailCorpus.read("outlook-pl-html").reply().text()).isEqualTo("Dzień dobry,\n\nnadal nie działa.");
    }

    @Test
    void answersBetweenQuotesStayWithWhatTheyAnswer() {
        assertThat(MailCorpus.read("gmail-inline").reply().text())
                .contains("Cześć,", "> Jaki system?", "Windows 11", "> Od kiedy?", "Od wczoraj")
                .doesNotContain("Pozdrawiamy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail-forward", "only-quote", "plain-new"})
    void inDoubtEverythingIsKept(String name) {
        var reply = MailCorpus.read(name).reply();
        assertThat(reply.quoted()).isEmpty();
        assertThat(reply.how()).startsWith("kept whole");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W dniu 12.02.2024 o 10:11, Jan Kowalski pisze:",
                "W dniu 2024-02-12 o 10:11, Jan Kowalski pisze:",
                "W dniu 12 lutego 2024 10:11 użytkownik Jan <jan@x.example> napisał:",
                "W dniu pon., 12.02.2024 o 10:11 Jan Kowalski <jan@x.example>\nnapisał(a):",
                "Dnia 12 lutego 2024 10:11 Jan <jan@x.example> napisał(a):",
                "Dnia poniedziałek, 12 lutego 2024 10:11:12 Jan Kowalski pisze:",
                "pon., 12 lut 2024 o 10:11 Jan Kowalski <jan@x.example> napisał(a):",
                "śr., 14 lut 2024, 10:11 użytkownik Jan <jan@x.example> napisał:",
                "Jan Kowalski <jan@x.example> w dniu 12 lut 2024, o godz. 10:11,\nnapisał(a):",
                "Wiadomość napisana przez Jan <jan@x.example> w dniu 12 lut 2024, o godz. 10:11:",
                "2024-02-12 10:11 GMT+01:00 Jan <jan@x.example>:",
                "On Mon, Feb 12, 2024 at 10:11 AM Jan Kowalski <jan@x.example>\nwrote:",
                "On 12/02/2024 10:11, Jan Kowalski wrote:",
                "Am 12.02.2024 um 10:11 schrieb Jan Kowalski:",
                "Le 12/02/2024 à 10:11, Jan a écrit :",
                "-----Wiadomość oryginalna-----",
                "-------- Oryginalna wiadomość --------",
                "-------- Wiadomość oryginalna --------",
                "-----Original Message-----",
                "Od: Jan Kowalski\nWysłano: poniedziałek, 12 lutego 2024 10:11\nDo: Anna\nTemat: VPN",
                "*Od:* Jan Kowalski\n*Wysłane:* poniedziałek\n*Do:* Anna\n*DW:* Bartek\n*Temat:* VPN",
                "________________________________\nOd: Jan\nWysłano: wczoraj\nDo: Anna\nTemat: VPN",
                "From: Jan\nDate: Monday\nTo: Anna\nSubject: VPN"
            })
    void everyWayToBeginAQuoteIsKnown(String beginning) {
        var reply = MailCorpus.read(MailCorpus.plain(
                        "Re: VPN", "Moja odpowiedź.\n\n" + beginning + "\n\nStary tekst\nw dwóch liniach\n"))
                .reply();
        assertThat(reply.text()).isEqualTo("Moja odpowiedź.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wysłane z iPhone'a",
                "Wysłane z iPhone’a",
                "Wysłano z mojego iPada",
                "Wysłane z mojego telefonu Huawei",
                "Wysłano z Androida",
                "Wysłano z aplikacji Outlook dla systemu Android",
                "Wysłano z systemu Samsung",
                "Sent from my iPhone",
                "Get Outlook for iOS<https://aka.ms/o0ukef>",
                "Pobierz aplikację Outlook dla systemu iOS"
            })
    void whatTelephonesAddIsNotText(String line) {
        assertThat(MailCorpus.read(MailCorpus.plain("Re: VPN", "Działa.\n\n" + line + "\n"))
                        .reply()
                        .text())
                .isEqualTo("Działa.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ceny:\nOd: 100 zł\nDo: 200 zł\nRazem 300 zł.",
                "W dniu 12.02 serwer przestał odpowiadać. Proszę o pomoc.",
                "Komunikat brzmi:\n> 5 prób logowania\nCo robić?",
                "Dnia 12.02 prezes napisał: proszę wdrożyć od jutra.",
                "Wysłano z opóźnieniem, przepraszam.",
                "On Monday the printer wrote: paper jam. Please help."
            })
    void ordinarySentencesAreNoQuotes(String text) {
        var reply = MailCorpus.read(MailCorpus.plain("Drukarka", text + "\n")).reply();
        assertThat(reply.text()).isEqualTo(text);
    }

    @Test
    void aTextThatPointsBelowKeepsWhatIsBelow() {
        var reply = MailCorpus.read(MailCorpus.plain("ODP: pytania", """
                Odpowiedzi poniżej.

                -----Wiadomość oryginalna-----
                From: Wsparcie
                Jaki system? Windows 11
                """)).reply();
        assertThat(reply.text()).contains("Windows 11");
    }

    @Test
    void theSignatureBelowTwoHyphensGoes() {
        assertThat(MailCorpus.read(MailCorpus.plain("Re: VPN", "Działa.\n-- \nAnna Kowalska\nOriale\n"))
                        .reply()
                        .text())
                .isEqualTo("Działa.");
    }
}
