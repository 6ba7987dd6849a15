package org.clientportal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing anybody sends ends in an exception: neither the corpus nor what becomes of it by chance. */
class MailCorpusTests {

    private static final String SIGNS = ";\"<>=?()\r\n\0\\:@-, *'%";

    static Stream<String> names() {
        return MailCorpus.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isUnderstoodOrSetAside(String name) {
        var reading = IncomingMail.read(MailCorpus.get(name));
        if (reading instanceof Reading.Quarantined quarantined) {
            assertThat(quarantined.reason()).isNotEqualTo(Reading.Reason.UNREADABLE);
            assertThat(name).isIn("empty", "garbage", "huge-header", "deep", "many-parts");
        }
    }

    @Test
    void mutationsOfTheCorpusNeverThrowAndAreNeverAMistakeOfOurs() {
        var chance = new Random(20241124);
        var mails = new ArrayList<>(MailCorpus.all().entrySet());
        mails.removeIf(mail -> mail.getValue().length > 40_000);
        for (int round = 0; round < 3_000; round++) {
            var mail = mails.get(chance.nextInt(mails.size()));
            var mutant = mutated(mail.getValue(), chance);
            var number = round;
            assertThatCode(() -> {
                        var reading = IncomingMail.read(mutant);
                        if (reading instanceof Reading.Quarantined quarantined) {
                            assertThat(quarantined.reason())
                                    .as("%s, round %d: %s", mail.getKey(), number, quarantined.why())
                                    .isNotEqualTo(Reading.Reason.UNREADABLE);
                        } else if (reading instanceof Reading.Understood understood) {
                            assertThat(understood.mail().text()).doesNotContain("\u0000");
                        }
                    })
                    .as("%s, round %d", mail.getKey(), number)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] mutated(byte[] original, Random chance) {
        var bytes = original.clone();
        for (int change = 0, changes = 1 + chance.nextInt(12); change < changes && bytes.length > 2; change++) {
            var at = chance.nextInt(bytes.length);
            switch (chance.nextInt(5)) {
                case 0 -> bytes[at] = (byte) chance.nextInt(256);
                case 1 -> bytes[at] = (byte) SIGNS.charAt(chance.nextInt(SIGNS.length()));
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> {
                    // a piece doubled
                    var length = Math.min(bytes.length - at, 1 + chance.nextInt(200));
                    var longer = Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(bytes, at, longer, bytes.length, length);
                    bytes = longer;
                }
                default -> {
                    // a piece removed
                    var length = Math.min(bytes.length - at, 1 + chance.nextInt(40));
                    var shorter = new byte[bytes.length - length];
                    System.arraycopy(bytes, 0, shorter, 0, at);
                    System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
                    bytes = shorter;
                }
            }
        }
        return bytes;
    }
}
