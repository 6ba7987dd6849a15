package org.clientportal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Reply addresses and Message-IDs: nobody else can make them, and no mail system on the way breaks them. */
class SignedMarksTests {

    private static final String BOX = "support@oriale.example";
    private static final MailKey KEY = key("a secret of the tests only");
    private static final MailKey OTHER = key("a secret of somebody else");

    @Test
    void anAddressSaysWhichTicketAndWhose() {
        var address = ReplyAddress.make(BOX, "48213", "p-7", KEY);
        assertThat(address).matches("support\\+[a-z2-7]+@oriale\\.example");
        assertThat(address.substring(0, address.indexOf('@'))).hasSizeLessThanOrEqualTo(64);
        assertThat(ReplyAddress.verify(address, BOX, KEY))
                .contains(new ReplyAddress("48213", ReplyAddress.PersonMark.of("p-7", KEY)));
        assertThat(ReplyAddress.PersonMark.of("p-8", KEY)).isNotEqualTo(ReplyAddress.PersonMark.of("p-7", KEY));
    }

    @Test
    void anAddressSurvivesFoldedCase() {
        var address = ReplyAddress.make(BOX, "48213", "p-7", KEY).toUpperCase(Locale.ROOT);
        assertThat(ReplyAddress.verify(address, BOX, KEY)).isPresent();
    }

    @Test
    void anAddressWithAnyLetterChangedIsWorthNothing() {
        var address = ReplyAddress.make(BOX, "48213", "p-7", KEY);
        for (int at = BOX.indexOf('@') + 1; at < address.indexOf('@'); at++) {
            var other = address.charAt(at) == 'a' ? 'b' : 'a';
            var forged = address.substring(0, at) + other + address.substring(at + 1);
            assertThat(ReplyAddress.verify(forged, BOX, KEY)).as(forged).isEmpty();
            assertThat(ReplyAddress.hasToken(forged, BOX)).isTrue();
        }
        assertThat(ReplyAddress.verify(address, BOX, OTHER)).isEmpty();
        assertThat(ReplyAddress.verify(address, "other@oriale.example", KEY)).isEmpty();
        assertThat(ReplyAddress.verify(BOX, BOX, KEY)).isEmpty();
        assertThat(ReplyAddress.verify("support+@oriale.example", BOX, KEY)).isEmpty();
    }

    @Test
    void anIdNamesItsTicketThroughRewrittenDomainsAndCase() {
        var id = MessageIds.make("48213", "row 1", "oriale.example", KEY);
        assertThat(MessageIds.make("48213", "row 1", "oriale.example", KEY)).isEqualTo(id);
        assertThat(MessageIds.make("48213", "row 2", "oriale.example", KEY)).isNotEqualTo(id);
        assertThat(MessageIds.ticket(List.of(id), KEY)).contains("48213");
        assertThat(MessageIds.ticket(List.of(id.toUpperCase(Locale.ROOT)), KEY)).contains("48213");
        assertThat(MessageIds.ticket(List.of(id.replace("oriale.example", "eu-west-1.relay.example")), KEY))
                .contains("48213");
        assertThat(MessageIds.ticket(List.of("x-" + id), KEY)).contains("48213");
    }

    @Test
    void ofSeveralIdsTheLastGenuineOneCounts() {
        var one = MessageIds.root("1", "oriale.example", KEY);
        var two = MessageIds.root("2", "oriale.example", KEY);
        assertThat(MessageIds.ticket(List.of(one, two, "foreign@x"), KEY)).contains("2");
    }

    @Test
    void aGuessedIdIsWorthNothing() {
        var id = MessageIds.root("48213", "oriale.example", KEY);
        assertThat(MessageIds.ticket(List.of(id), OTHER)).isEmpty();
        assertThat(MessageIds.ticket(List.of(id.replace("cp.", "cp.a"), "cp.48213@oriale.example", ""), KEY))
                .isEmpty();
        var token = ReplyAddress.make(BOX, "48213", "p-7", KEY);
        assertThat(MessageIds.ticket(List.of("cp." + token.substring(8)), KEY)).isEmpty();
    }

    @Test
    void theKeyIsLongEnoughAndNeverPrintsItself() {
        assertThatThrownBy(() -> key("short")).isInstanceOf(IllegalArgumentException.class);
        assertThat(KEY.toString()).doesNotContain("secret");
    }

    @Test
    void subjectTagsInOurFormOnly() {
        assertThat(SubjectTag.numbers("Re: [rt.example #12] [48213] VPN [#48214] [n-1a2b]"))
                .containsExactly("48213", "48214", "n-1a2b");
        assertThat(SubjectTag.numbers("[EXTERNAL] VPN #48213 [48 213] (48213)")).isEmpty();
    }

    private static MailKey key(String secret) {
        return MailKey.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
