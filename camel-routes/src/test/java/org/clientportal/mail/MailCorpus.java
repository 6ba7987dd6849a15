package org.clientportal.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Mails as they come, by name: clients met in Poland, automatic mail, attachments of every sort, and what breaks parsers.
 * Anna and Bartek work at Oriale, Celina at Brzozów Logistyka.
 */
final class MailCorpus {

    static final String ANNA = "Anna Kowalska <anna.kowalska@oriale.example>";
    private static final Map<String, byte[]> MAILS = new LinkedHashMap<>();

    private MailCorpus() {}

    static Map<String, byte[]> all() {
        return MAILS;
    }

    static byte[] get(String name) {
        return Objects.requireNonNull(MAILS.get(name), name);
    }

    static IncomingMail read(String name) {
        return read(get(name));
    }

    static IncomingMail read(byte[] raw) {
        return ((Reading.Understood) IncomingMail.read(raw)).mail();
    }

    /** A plain human mail with these header lines and this body. */
    static byte[] mail(String headers, String body) {
        return crlf(headers.strip() + "\n\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] plain(String subject, String body) {
        return mail(envelope(subject) + "Content-Type: text/plain; charset=utf-8\n", body);
    }

    static byte[] html(String subject, String body) {
        return mail(envelope(subject) + "Content-Type: text/html; charset=utf-8\n", body);
    }

    static byte[] alternative(String subject, String plain, String html) {
        return mail(envelope(subject) + "Content-Type: multipart/alternative; boundary=\"b1\"\n", """
                --b1
                Content-Type: text/plain; charset=utf-8

                %s
                --b1
                Content-Type: text/html; charset=utf-8

                %s
                --b1--
                """.formatted(
                        plain, html));
    }

    private static String envelope(String subject) {
        return "From: " + ANNA + "\nTo: support@oriale.example\nSubject: " + subject
                + "\nDate: Mon, 12 Feb 2024 10:11:00 +0100\nMessage-ID: <m1@mail.oriale.example>\nMIME-Version: 1.0\n";
    }

    private static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private static byte[] joined(Object... pieces) {
        var out = new ByteArrayOutputStream();
        for (var piece : pieces) {
            out.writeBytes(
                    piece instanceof byte[] bytes ? bytes : crlf((String) piece).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(String name, byte[] raw) {
        MAILS.put(name, raw);
    }

    private static void automatic(String name, String field) {
        add(name, mail(envelope("Zwykły temat") + field + "\nContent-Type: text/plain; charset=utf-8\n", "Treść\n"));
    }

    static {
        clients();
        automatics();
        files();
        charsets();
        nasty();
    }

    private static void clients() {
        add("plain-new", plain("Nie działa VPN", "Dzień dobry,\n\nod rana nie łączę się z VPN.\n\nAnna\n"));
        add("gmail-pl-html", alternative("Re: [#48213] VPN", """
                Dziękuję, działa.

                pon., 12 lut 2024 o 10:11 Wsparcie <support@oriale.example> napisał(a):

                > Prosimy uruchomić ponownie.
                """, """
                <div dir="ltr">Dziękuję, <b>działa</b>.</div><br>
                <div class="gmail_quote"><div dir="ltr" class="gmail_attr">pon., 12 lut 2024 o 10:11 Wsparcie
                &lt;<a href="mailto:support@oriale.example">support@oriale.example</a>&gt; napisał(a):<br></div>
                <blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">Prosimy uruchomić ponownie.</blockquote></div>
                """));
        add("gmail-inline", html("Re: [#48213] VPN", """
                <div>Cześć,</div><div class="gmail_quote"><div class="gmail_attr">pon., 12 lut 2024 o 10:11 Wsparcie napisał(a):<br></div>
                <blockquote class="gmail_quote">Jaki system?</blockquote><div>Windows 11</div>
                <blockquote class="gmail_quote">Od kiedy?</blockquote><div>Od wczoraj</div>
                <blockquote class="gmail_quote">Pozdrawiamy</blockquote></div>
                """));
        add("gmail-forward", html("Fwd: faktura", """
                <div>Proszę o pomoc</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>
                Od: Celina</div>Nie mogę otworzyć faktury</div>
                """));
        add("outlook-pl-html", html("ODP: [#48213] VPN", """
                <html><head><style>p.MsoNormal{margin:0}</style></head><body lang=PL><div class=WordSection1>
                <p class=MsoNormal>Dzień dobry,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
                <p class=MsoNormal>nadal nie działa.<o:p></o:p></p>
                <div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>
                <p class=MsoNormal><b>Od:</b> Wsparcie &lt;support@oriale.example&gt; <br><b>Wysłano:</b> poniedziałek, 12 lutego 2024 10:11<br>
                <b>Do:</b> Anna Kowalska<br><b>Temat:</b> [#48213] VPN<o:p></o:p></p></div></div>
                <p class=MsoNormal>Prosimy uruchomić ponownie.<o:p></o:p></p></div></body></html>
                """));
        add("outlook-web", html("Re: [#48213] VPN", """
                <div>Działa, dziękuję.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%">
                <div id="divRplyFwdMsg" dir="ltr"><font><b>From:</b> Support<br><b>Sent:</b> Monday<br><b>To:</b> Anna<br>
                <b>Subject:</b> VPN</font></div><div>Please restart.</div>
                """));
        add("outlook-pl-plain", plain("ODP: VPN", """
                Nadal nie działa.

                Od: Wsparcie <support@oriale.example>
                Wysłane: poniedziałek, 12 lutego 2024 10:11
                Do: Anna Kowalska <anna.kowalska@oriale.example>
                DW: Bartek
                Temat: [#48213] VPN

                Prosimy uruchomić ponownie.
                """));
        add("outlook-en-plain", plain("RE: VPN", """
                Still broken.

                From: Support <support@oriale.example>
                Sent: Monday, February 12, 2024 10:11 AM
                To: Anna Kowalska
                Subject: VPN

                Please restart.
                """));
        add("outlook-original-pl", plain("Odp: VPN", """
                Nie pomogło.

                -----Wiadomość oryginalna-----
                From: Wsparcie
                Prosimy uruchomić ponownie.
                """));
        add("outlook-express", plain("Odp: VPN", """
                ----- Original Message -----
                From: "Wsparcie" <support@oriale.example>
                To: "Anna" <anna.kowalska@oriale.example>
                Sent: Monday, February 12, 2024 10:11 AM
                Subject: VPN

                > Prosimy uruchomić ponownie.

                Uruchomiłam, nie pomogło.
                """));
        add("thunderbird-pl", plain("Re: VPN", """
                Zrobione.

                W dniu 12.02.2024 o 10:11, Wsparcie pisze:
                > Prosimy uruchomić ponownie.
                """));
        add("thunderbird-pl-bottom", plain("Re: VPN", """
                W dniu 12.02.2024 o 10:11, Wsparcie pisze:
                > Prosimy uruchomić ponownie.

                Zrobione, bez zmian.
                """));
        add("thunderbird-html", html("Re: VPN", """
                <p>Zrobione.</p><div class="moz-cite-prefix">W dniu 12.02.2024 o 10:11, Wsparcie pisze:<br></div>
                <blockquote type="cite" cite="mid:x"><p>Prosimy uruchomić ponownie.</p></blockquote>
                """));
        add("apple-pl", alternative("Re: VPN", """
                Już działa.

                Wysłane z iPhone’a

                > Wiadomość napisana przez Wsparcie <support@oriale.example> w dniu 12 lut 2024, o godz. 10:11:
                >\s
                > Prosimy uruchomić ponownie.
                """, """
                Już działa.<br><br><div dir="ltr">Wysłane z iPhone’a</div><div dir="ltr"><br><blockquote type="cite">Wiadomość napisana
                przez Wsparcie w dniu 12 lut 2024, o godz. 10:11:<br><br></blockquote></div>
                <blockquote type="cite"><div dir="ltr">Prosimy uruchomić ponownie.</div></blockquote>
                """));
        add("proton-pl", alternative("Re: VPN", """
                Działa.

                Wysłano z bezpiecznej poczty Proton Mail.

                W dniu poniedziałek, 12 lutego 2024 10:11, Wsparcie <support@oriale.example> napisał(a):

                > Prosimy uruchomić ponownie.
                """, """
                <div>Działa.</div><div class="protonmail_signature_block">Wysłano z bezpiecznej poczty Proton Mail.</div>
                <div class="protonmail_quote">W dniu poniedziałek, 12 lutego 2024 10:11, Wsparcie napisał(a):<br>
                <blockquote class="protonmail_quote" type="cite">Prosimy uruchomić ponownie.</blockquote></div>
                """));
        add("onet-pl", plain("Re: VPN", """
                Nie działa.

                W dniu 2024-02-12 10:11:12 użytkownik Wsparcie <support@oriale.example> napisał:
                Prosimy uruchomić ponownie.
                """));
        add("wp-pl", plain("Odp: VPN", """
                Nie działa.

                Dnia 12 lutego 2024 10:11 Wsparcie <support@oriale.example> napisał(a):

                Prosimy uruchomić ponownie.
                """));
        add("yahoo", html("Re: VPN", """
                <div>It works.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, Support wrote:</div>
                <div>Please restart.</div></div>
                """));
        add("zimbra", html("Re: VPN", """
                <div>Działa.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>Od: </b>Wsparcie</div>
                <div data-marker="__QUOTED_TEXT__">Prosimy uruchomić ponownie.</div>
                """));
        add(
                "oryginalna",
                plain(
                        "Re: VPN",
                        "Działa.\n\n-------- Oryginalna wiadomość --------\nOd: Wsparcie\nData: 12.02.2024\n\nTekst\n"));
        add(
                "flowed",
                mail(
                        envelope("Re: VPN") + "Content-Type: text/plain; charset=utf-8; format=flowed\n",
                        "To jest długie \nzdanie.\n\nW dniu 12.02.2024 o 10:11, Wsparcie pisze:\n> Pytanie \n> dalej\n"));
        add("only-quote", plain("Re: VPN", "> Prosimy uruchomić ponownie.\n> Dziękujemy\n"));
    }

    private static void automatics() {
        automatic("auto-submitted", "Auto-Submitted: auto-replied");
        automatic("auto-suppress", "X-Auto-Response-Suppress: All");
        automatic("auto-bulk", "Precedence: bulk");
        automatic("auto-junk", "Precedence: junk");
        automatic("auto-precedence-reply", "Precedence: auto_reply");
        automatic("list-id", "List-Id: <all.oriale.example>");
        automatic("list-unsubscribe", "List-Unsubscribe: <mailto:out@list.example>");
        automatic("feedback-id", "Feedback-ID: 1:2:3:sender");
        automatic("x-autoreply", "X-Autoreply: yes");
        automatic("x-autorespond", "X-Autorespond: vacation");
        automatic("x-autogenerated", "X-Autogenerated: Reply");
        automatic("null-return-path", "Return-Path: <>");
        automatic("own-loop", "X-Client-Portal-Loop: portal.oriale.example");
        add("auto-pl", plain("=?utf-8?q?Automatyczna_odpowied=C5=BA=3A_VPN?=", "Jestem na urlopie.\n"));
        add("nieobecnosc", plain("Nieobecność: urlop do 20.02", "Wracam 20.02.\n"));
        add("poza-biurem", plain("Re: Poza biurem", "Wracam 20.02.\n"));
        add("out-of-office", plain("Out of Office: VPN", "Back on Monday.\n"));
        add("no-reply", mail("From: no-reply@sklep.example\nSubject: Faktura\nMessage-ID: <n@s>\n", "Faktura\n"));
        add("bounce", mail("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.oriale.example (Mail Delivery System)
                To: support@oriale.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <b1@mx.oriale.example>
                Content-Type: multipart/report; report-type=delivery-status; boundary="bb"
                """, """
                --bb
                Content-Type: text/plain

                I'm sorry.
                --bb
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.oriale.example

                Final-Recipient: rfc822; Celina@Brzozow.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 unknown user

                --bb
                Content-Type: message/rfc822

                From: support@oriale.example
                Message-ID: <cp.original@oriale.example>
                Subject: [#48213] VPN

                Text
                --bb--
                """));
        add(
                "read-receipt",
                mail(
                        envelope("Przeczytano: VPN")
                                + "Content-Type: multipart/report; report-type=disposition-notification; boundary=rr\n",
                        "--rr\nContent-Type: text/plain\n\nPrzeczytano\n--rr\nContent-Type: message/disposition-notification\n\n"
                                + "Disposition: manual-action/MDN-sent-manually; displayed\n--rr--\n"));
    }

    private static void files() {
        add("attachments", mail(envelope("Zdjęcie") + "Content-Type: multipart/mixed; boundary=mm\n", """
                preamble
                --mm
                Content-Type: multipart/related; boundary=rel

                --rel
                Content-Type: text/html; charset=utf-8

                <p>Ekran:</p><img src="cid:p1@x"><img src="https://tracker.example/pixel.gif">
                --rel
                Content-Type: image/png; name="ekran.png"
                Content-ID: <p1@x>
                Content-Disposition: inline
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --rel
                Content-Type: image/png; name="logo.png"
                Content-ID: <p2@x>
                Content-Disposition: inline
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --rel--
                --mm
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=utf-8''um%C3%B3wa%20zg%C5%82oszenia.pdf
                Content-Transfer-Encoding: base64

                JVBERi0xLjQ=
                --mm
                Content-Type: application/octet-stream; name="=?iso-8859-2?Q?za=B3=B1cznik.zip?="
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                UEsDBA==
                --mm--
                epilogue
                """));
        add(
                "calendar",
                mail(
                        envelope("Zaproszenie") + "Content-Type: multipart/alternative; boundary=cc\n",
                        "--cc\nContent-Type: text/plain; charset=utf-8\n\nSpotkanie\n--cc\n"
                                + "Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--cc--\n"));
        add(
                "smime-signed",
                mail(
                        envelope("Podpisane")
                                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=ss\n",
                        "--ss\nContent-Type: text/plain; charset=utf-8\n\nTreść podpisana\n--ss\n"
                                + "Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\nMIIB\n--ss--\n"));
        add(
                "smime-opaque",
                mail(
                        envelope("Zaszyfrowane")
                                + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
                                + "Content-Transfer-Encoding: base64\n",
                        "MIIBwQYJKoZIhvcNAQcDoIIBsjCCAa4CAQ==\n"));
        add(
                "pgp",
                mail(
                        envelope("PGP")
                                + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=pp\n",
                        "--pp\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--pp\n"
                                + "Content-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----\n--pp--\n"));
        add(
                "winmail",
                mail(
                        envelope("TNEF") + "Content-Type: multipart/mixed; boundary=ww\n",
                        "--ww\nContent-Type: text/plain; charset=windows-1250\n\nTekst\n--ww\n"
                                + "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+Ig==\n--ww--\n"));
        add(
                "rfc822",
                mail(
                        envelope("Przekazuję") + "Content-Type: multipart/mixed; boundary=ff\n",
                        "--ff\nContent-Type: text/plain; charset=utf-8\n\nW załączniku.\n--ff\nContent-Type: message/rfc822\n\n"
                                + "From: celina@brzozow.example\nSubject: =?utf-8?q?B=C5=82=C4=85d_w/_systemie?=\n\nNie działa\n--ff--\n"));
        add(
                "path-name",
                mail(
                        envelope("Nazwy") + "Content-Type: multipart/mixed; boundary=nn\n",
                        "--nn\nContent-Type: text/plain\n\nx\n"
                                + "--nn\nContent-Type: application/pdf; name=\"../../etc/passwd\"\nContent-Disposition: attachment\n\nx\n"
                                + "--nn\nContent-Type: application/pdf; name=\"C:\\\\Users\\\\anna\\\\umowa.pdf\"\n\nx\n"
                                + "--nn\nContent-Type: application/pdf; name=\"" + "a".repeat(300) + ".pdf\"\n\nx\n"
                                + "--nn\nContent-Type: image/png; name=\"evil\u202Egnp.exe\"\n\nx\n"
                                + "--nn\nContent-Type: image/png\nContent-Disposition: attachment; filename=\"..\"\n\nx\n"
                                + "--nn\nContent-Type: text/plain; name=\"CON.txt\"\nContent-Disposition: attachment\n\nx\n--nn--\n"));
        add(
                "uuencoded",
                mail(
                        envelope("UU")
                                + "Content-Type: application/octet-stream; name=cat.txt\nContent-Transfer-Encoding: x-uuencode\n",
                        "begin 644 cat.txt\n#0V%T\n`\nend\n"));
    }

    private static void charsets() {
        add(
                "windows-1250-undeclared",
                joined(
                        "From: anna@oriale.example\nSubject: x\nMessage-ID: <c1@x>\n\n",
                        "Zażółć gęślą jaźń".getBytes(Charset.forName("windows-1250"))));
        add(
                "iso-8859-2-undeclared",
                joined(
                        "From: anna@oriale.example\nSubject: x\nMessage-ID: <c2@x>\n\n",
                        "Zażółć gęślą jaźń".getBytes(Charset.forName("iso-8859-2"))));
        add(
                "windows-1252-unknown",
                joined(
                        "From: anna@oriale.example\nContent-Type: text/plain; charset=x-nobody-knows\n\n",
                        "Größe für Köln, Straße".getBytes(Charset.forName("windows-1252"))));
        add(
                "utf8-called-latin1",
                joined(
                        "From: anna@oriale.example\nContent-Type: text/plain; charset=iso-8859-1\n\n",
                        "Zażółć gęślą jaźń".getBytes(StandardCharsets.UTF_8)));
        add(
                "1250-called-utf8",
                joined(
                        "From: anna@oriale.example\nContent-Type: text/plain; charset=utf-8\n\n",
                        "Zażółć gęślą jaźń".getBytes(Charset.forName("windows-1250"))));
        add(
                "utf-7",
                mail(
                        "From: anna@oriale.example\nSubject: =?utf-7?Q?Za+AXwA8wFCAQc-?=\nContent-Type: text/plain; charset=unicode-1-1-utf-7\n",
                        "Za+AXwA8wFCAQc- 1 +- 1"));
        add(
                "gb2312",
                joined(
                        "From: anna@oriale.example\nContent-Type: text/plain; charset=gb2312\n\n",
                        "你好".getBytes(Charset.forName("gb18030"))));
        add(
                "illegal-charset",
                joined(
                        "From: anna@oriale.example\nContent-Type: text/plain; charset=\"%$ 8bit\"\n\n",
                        "Zażółć".getBytes(StandardCharsets.UTF_8)));
        add(
                "raw-8bit-subject",
                joined(
                        "From: anna@oriale.example\nSubject: ",
                        "Błąd drukarki".getBytes(Charset.forName("windows-1250")),
                        "\n\nx"));
        add(
                "split-word",
                mail(
                        "From: =?utf-8?B?QW5uYSDFgWFza2E=?= <anna@oriale.example>\n"
                                + "Subject: =?UTF-8?B?WmHFvMOzxYI=?=\n =?UTF-8?B?xIcgZ8SZxQ==?= =?UTF-8?B?m2zEhQ==?=",
                        "x"));
        add("space-in-word", mail("From: a@oriale.example\nSubject: Re:=?utf-8?Q?B=C5=82=C4=85d drukarki?=ok", "x"));
        add(
                "qp",
                mail(
                        "From: a@oriale.example\nContent-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: quoted-printable",
                        "Za=BF=F3=B3=E6 =\nd=C3alej 100=% =zz\n"));
    }

    private static void nasty() {
        add("empty", new byte[0]);
        add("garbage", "\u0000\u0001\u0002 nothing like a mail".getBytes(StandardCharsets.UTF_8));
        add("no-from", mail("Subject: Kto to\nMessage-ID: <nf@x>", "x"));
        add("from-no-brackets", mail("From: Anna Kowalska anna.kowalska@oriale.example", "x"));
        add("from-unclosed", mail("From: Anna <anna.kowalska@oriale.example", "x"));
        add("from-unclosed-quote", mail("From: \"Anna <anna.kowalska@oriale.example>", "x"));
        add("from-comma", mail("From: Kowalska, Anna <anna.kowalska@oriale.example>", "x"));
        add("from-no-address", mail("From: Anna Kowalska <anna at oriale>", "x"));
        add("from-address-as-name", mail("From: \"support@oriale.example\" <evil@stranger.example>", "x"));
        add("from-two", mail("From: anna@oriale.example, celina@brzozow.example", "x"));
        add("from-twice", mail("From: anna@oriale.example\nFrom: celina@brzozow.example", "x"));
        add("two-message-ids", mail("From: anna@oriale.example\nMessage-ID: <one@x>\nMessage-ID: <two@x>", "x"));
        add("no-message-id", mail("From: anna@oriale.example\nSubject: x", "x"));
        add("nul-bytes", mail("From: anna@oriale.example\nSubject: a\u0000b", "x\u0000y"));
        add("bare-cr", "From: anna@oriale.example\rSubject: mac\r\rtext\rmore".getBytes(StandardCharsets.US_ASCII));
        add(
                "bare-cr-in-header",
                "From: anna@oriale.example\r\nSubject: a\rBcc: b\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
        add("mbox-from", mail("From anna@oriale.example Mon Feb 12\nFrom: anna@oriale.example\nSubject: mbox", "x"));
        add("huge-header", mail("From: anna@oriale.example\nX-Huge: " + "a ".repeat(524_288), "x"));
        add("four-levels", nested(4));
        add("deep", nested(60));
        add("many-parts", manyParts(2_000));
        add(
                "no-boundary",
                mail(
                        "From: anna@oriale.example\nContent-Type: multipart/mixed",
                        "--abcdef\n\nbez granicy\n--abcdef--\n"));
        add(
                "missing-end",
                mail(
                        "From: anna@oriale.example\nContent-Type: multipart/mixed; boundary=zz",
                        "--zz\n\nucięte\n--zz\nContent-Type: image/png\n\nxx"));
        add("empty-multipart", mail("From: anna@oriale.example\nContent-Type: multipart/mixed; boundary=zz", ""));
        add(
                "broken-base64",
                mail(
                        "From: anna@oriale.example\nContent-Transfer-Encoding: base64",
                        base64("Dzień dobry, to jest test").substring(0, 29) + "!*\n"));
        add("unknown-encoding", mail("From: anna@oriale.example\nContent-Transfer-Encoding: x-none", "tekst"));
        add("broken-type", mail("From: anna@oriale.example\nContent-Type: text; charset", "tekst"));
        add("broken-date", mail("From: anna@oriale.example\nDate: wczoraj", "tekst"));
        add("deep-html", html("x", "<div>".repeat(20_000) + "tekst"));
        add("deep-quotes", html("x", "<blockquote>".repeat(3_000) + "tekst<br>".repeat(100)));
    }

    private static byte[] nested(int depth) {
        var body = new StringBuilder("Content-Type: text/plain\n\nna dnie\n");
        for (int level = depth; level > 0; level--) {
            var bound = "L" + level + "x";
            var inner = body.toString();
            body.setLength(0);
            body.append("Content-Type: multipart/mixed; boundary=")
                    .append(bound)
                    .append("\n\n--")
                    .append(bound)
                    .append('\n')
                    .append(inner)
                    .append("\n--")
                    .append(bound)
                    .append("--\n");
        }
        return crlf("From: anna@oriale.example\nSubject: x\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] manyParts(int count) {
        return mail(
                "From: anna@oriale.example\nContent-Type: multipart/mixed; boundary=pp",
                "--pp\nContent-Type: image/png\n\nx\n".repeat(count) + "--pp--\n");
    }
}
