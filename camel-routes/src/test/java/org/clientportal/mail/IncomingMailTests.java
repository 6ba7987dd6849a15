package org.clientportal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal understands of a mail. */
class IncomingMailTests {

    @Test
    void anOrdinaryMail() {
        var mail = MailCorpus.read("plain-new");
        assertThat(mail.sender()).contains(new Mailbox("anna.kowalska@oriale.example", "Anna Kowalska"));
        assertThat(mail.subject()).isEqualTo("Nie działa VPN");
        assertThat(mail.date()).contains(Instant.parse("2024-02-12T09:11:00Z"));
        assertThat(mail.messageId()).isEqualTo("m1@mail.oriale.example");
        assertThat(mail.text()).isEqualTo("Dzień dobry,\n\nod rana nie łączę się z VPN.\n\nAnna");
        assertThat(mail.automatic()).isEmpty();
        assertThat(mail.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"windows-1250-undeclared", "iso-8859-2-undeclared", "utf8-called-latin1", "1250-called-utf8"})
    void polishLettersSurviveAWrongOrMissingCharset(String name) {
        assertThat(MailCorpus.read(name).text()).isEqualTo("Zażółć gęślą jaźń");
    }

    @Test
    void otherCharsetsAreMended() {
        assertThat(MailCorpus.read("windows-1252-unknown").text()).isEqualTo("Größe für Köln, Straße");
        assertThat(MailCorpus.read("utf-7").text()).isEqualTo("Zażółć 1 + 1");
        assertThat(MailCorpus.read("utf-7").subject()).isEqualTo("Zażółć");
        assertThat(MailCorpus.read("gb2312").text()).isEqualTo("你好");
        assertThat(MailCorpus.read("illegal-charset").text()).isEqualTo("Zażółć");
        assertThat(MailCorpus.read("qp").text()).isEqualTo("Zażółć dĂalej 100=% =zz");
    }

    @Test
    void encodedWordsAreReadWhereverTheyStand() {
        assertThat(MailCorpus.read("split-word").subject()).isEqualTo("Zażółć gęślą");
        assertThat(MailCorpus.read("split-word").from().getFirst().name()).isEqualTo("Anna Łaska");
        assertThat(MailCorpus.read("space-in-word").subject()).isEqualTo("Re:Błąd drukarkiok");
        assertThat(MailCorpus.read("raw-8bit-subject").subject()).isEqualTo("Błąd drukarki");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from-no-brackets", "from-unclosed", "from-unclosed-quote", "from-comma"})
    void aMalformedFromStillNamesItsSender(String name) {
        assertThat(MailCorpus.read(name).sender().map(Mailbox::address)).contains("anna.kowalska@oriale.example");
    }

    @Test
    void aFromThatDoesNotNameOneSenderNamesNone() {
        assertThat(MailCorpus.read("no-from").sender()).isEmpty();
        assertThat(MailCorpus.read("from-no-address").sender()).isEmpty();
        assertThat(MailCorpus.read("from-two").sender()).isEmpty();
        assertThat(MailCorpus.read("from-twice").sender()).isEmpty();
        assertThat(MailCorpus.read("from-twice").remarks()).contains("several addresses in From");
    }

    @Test
    void aNameThatLooksLikeAnAddressIsAName() {
        assertThat(MailCorpus.read("from-address-as-name").sender())
                .contains(new Mailbox("evil@stranger.example", "support@oriale.example"));
    }

    @Test
    void filesComeWithSafeNamesAndTheirPlace() {
        var files = MailCorpus.read("attachments").files();
        assertThat(files)
                .extracting(MailFile::name, MailFile::use)
                .containsExactly(
                        tuple("ekran.png", MailFile.Use.SHOWN_IN_TEXT),
                        tuple("logo.png", MailFile.Use.ATTACHED),
                        tuple("umówa zgłoszenia.pdf", MailFile.Use.ATTACHED),
                        tuple("załącznik.zip", MailFile.Use.ATTACHED));
        assertThat(new String(files.get(2).bytes(), StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4");
        assertThat(MailCorpus.read("attachments").text())
                .contains("Ekran:")
                .contains("[ekran.png]")
                .doesNotContain("pixel");
    }

    @Test
    void namesCannotLeaveTheirFolderNorHideTheirKind() {
        assertThat(MailCorpus.read("path-name").files())
                .extracting(MailFile::name)
                .containsExactly(
                        "passwd", "umowa.pdf", "a".repeat(146) + ".pdf", "evilgnp.exe", "file-5.png", "_CON.txt");
    }

    @Test
    void specialMailsKeepWhatTheyCarry() {
        assertThat(MailCorpus.read("calendar").files())
                .extracting(MailFile::contentType)
                .containsExactly("text/calendar");
        assertThat(MailCorpus.read("smime-signed").text()).isEqualTo("Treść podpisana");
        assertThat(MailCorpus.read("smime-signed").files())
                .extracting(MailFile::use)
                .containsExactly(MailFile.Use.PROOF);
        assertThat(MailCorpus.read("smime-opaque").files())
                .extracting(MailFile::name)
                .containsExactly("smime.p7m");
        assertThat(MailCorpus.read("pgp").remarks()).contains("encrypted (PGP)");
        assertThat(MailCorpus.read("winmail").files())
                .extracting(MailFile::name)
                .containsExactly("winmail.dat");
        assertThat(MailCorpus.read("rfc822").files())
                .extracting(MailFile::name)
                .containsExactly("Błąd w- systemie.eml");
        assertThat(new String(MailCorpus.read("uuencoded").files().getFirst().bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("Cat");
    }

    @ParameterizedTest
    @CsvSource({
        "huge-header, HEADER_TOO_LARGE",
        "deep, TOO_DEEP",
        "many-parts, TOO_MANY_PARTS",
        "empty, NOT_A_MAIL",
        "garbage, NOT_A_MAIL"
    })
    void whatIsTooMuchIsSetAsideWithItsReason(String name, Reading.Reason reason) {
        assertThat(IncomingMail.read(MailCorpus.get(name)))
                .isInstanceOfSatisfying(
                        Reading.Quarantined.class,
                        set -> assertThat(set.reason()).isEqualTo(reason));
    }

    @Test
    void aMailOverTheLimitIsSetAsideAndStillNamesItsSender() {
        var limits = new MailLimits(200, 256 << 10, 10, 10, 1_000);
        assertThat(IncomingMail.read(MailCorpus.get("attachments"), limits))
                .isInstanceOfSatisfying(Reading.Quarantined.class, set -> {
                    assertThat(set.reason()).isEqualTo(Reading.Reason.TOO_LARGE);
                    assertThat(set.from()).extracting(Mailbox::address).containsExactly("anna.kowalska@oriale.example");
                });
    }

    @Test
    void brokenStructureIsReadAsFarAsItGoes() {
        assertThat(MailCorpus.read("no-boundary").text()).isEqualTo("bez granicy");
        assertThat(MailCorpus.read("missing-end").text()).isEqualTo("ucięte");
        assertThat(MailCorpus.read("missing-end").files()).hasSize(1);
        assertThat(MailCorpus.read("broken-base64").text()).startsWith("Dzień dobry, to jest");
        assertThat(MailCorpus.read("four-levels").text()).isEqualTo("na dnie");
        assertThat(MailCorpus.read("broken-date").date()).isEmpty();
        assertThat(MailCorpus.read("nul-bytes").text()).isEqualTo("xy");
        assertThat(MailCorpus.read("bare-cr").text()).isEqualTo("text\nmore");
        assertThat(MailCorpus.read("bare-cr-in-header").subject()).isEqualTo("a Bcc: b");
        assertThat(MailCorpus.read("mbox-from").subject()).isEqualTo("mbox");
    }

    @Test
    void aMailWithoutMessageIdAlwaysGetsTheSameOne() {
        var first = MailCorpus.read("no-message-id").messageId();
        assertThat(first)
                .startsWith("none.")
                .isEqualTo(MailCorpus.read("no-message-id").messageId());
        assertThat(MailCorpus.read("no-from").messageId()).isEqualTo("nf@x");
        assertThat(MailCorpus.read("two-message-ids").messageId()).isEqualTo("one@x");
        assertThat(MailCorpus.read("two-message-ids").remarks()).contains("2 Message-ID fields, the first counts");
    }

    @Test
    void theHashIsThatOfTheBodyOnly() {
        var again = new String(MailCorpus.get("plain-new"), StandardCharsets.UTF_8);
        var otherWay = ("Received: from elsewhere\r\n" + again).getBytes(StandardCharsets.UTF_8);
        assertThat(MailCorpus.read(otherWay).bodyHash())
                .isEqualTo(MailCorpus.read("plain-new").bodyHash());
        assertThat(MailCorpus.read((again + "!").getBytes(StandardCharsets.UTF_8))
                        .bodyHash())
                .isNotEqualTo(MailCorpus.read("plain-new").bodyHash());
    }

    @Test
    void aBounceTellsWhoseMailDidNotArrive() {
        var bounce = MailCorpus.read("bounce").bounce().orElseThrow();
        assertThat(bounce.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.address()).isEqualTo("celina@brzozow.example");
            assertThat(recipient.isPermanent()).isTrue();
            assertThat(recipient.status()).isEqualTo("5.1.1");
        });
        assertThat(bounce.originalMessageId()).contains("cp.original@oriale.example");
    }

    @Test
    void onlyOurOwnServerIsBelievedAboutTheSender() {
        var mail = MailCorpus.read(MailCorpus.mail("""
                Authentication-Results: mx.oriale.example; spf=pass smtp.mailfrom=x; dmarc=fail (p=none dis=none; dmarc=pass)
                 header.from=oriale.example
                Authentication-Results: mx.oriale.example; dmarc=pass
                Authentication-Results: mx.stranger.example; dmarc=pass
                From: anna@oriale.example
                """, "x"));
        assertThat(mail.authentication("mx.oriale.example"))
                .isEqualTo(new Authentication(
                        Authentication.Result.FAIL, Authentication.Result.PASS, Authentication.Result.ABSENT));
        assertThat(mail.authentication("mx.other.example")).isEqualTo(Authentication.NONE);
        assertThat(mail.authentication("")).isEqualTo(Authentication.NONE);
    }

    @Test
    void idsAreFoundHoweverTheyAreSeparated() {
        var mail = MailCorpus.read(MailCorpus.mail(
                "From: a@oriale.example\nIn-Reply-To: <a@x>, \"foo\" <b@x>\nReferences: <a@x><b@x>\n\t<c@x>", "x"));
        assertThat(mail.inReplyTo()).containsExactly("a@x", "b@x");
        assertThat(mail.references()).isEqualTo(List.of("a@x", "b@x", "c@x"));
    }

    @Test
    void everyAddressItWasSentToIsKnown() {
        var mail = MailCorpus.read(MailCorpus.mail("""
                From: a@oriale.example
                Delivered-To: support+tok@oriale.example
                To: "Kowalska, Anna" <anna@oriale.example>, undisclosed-recipients:;
                Cc: Zespół: bartek@oriale.example, Celina (Brzozów) <celina@brzozow.example>;
                """, "x"));
        assertThat(mail.recipients())
                .extracting(Mailbox::address)
                .containsExactly(
                        "support+tok@oriale.example",
                        "anna@oriale.example",
                        "bartek@oriale.example",
                        "celina@brzozow.example");
    }
}
