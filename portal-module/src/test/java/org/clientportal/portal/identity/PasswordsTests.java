package org.clientportal.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords(new PasswordSettings(16, true));

    @Test
    void theyAreLongAndHaveWhatPoliciesAskFor() {
        assertThat(Stream.generate(passwords::next).limit(2_000)).allSatisfy(password -> {
            assertThat(password).hasSize(16);
            assertThat(password)
                    .containsPattern("[a-z]")
                    .containsPattern("[A-Z]")
                    .containsPattern("[0-9]");
        });
    }

    @Test
    void nothingInThemLooksLikeSomethingElse() {
        assertThat(Stream.generate(passwords::next).limit(2_000))
                .allSatisfy(password -> assertThat(password).doesNotContainPattern("[0O1Il]"));
    }

    @Test
    void noneComesTwice() {
        var seen = new HashSet<String>();
        assertThat(Stream.generate(passwords::next).limit(2_000)).allMatch(seen::add);
    }
}
