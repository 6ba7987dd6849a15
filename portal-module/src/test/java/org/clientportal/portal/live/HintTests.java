package org.clientportal.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientportal.portal.live.Hints.Hint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hint survives its way through a notification, whatever an organisation is called. */
class HintTests {

    @ParameterizedTest
    @ValueSource(strings = {"p:42", "o:Oriale Gdańsk", "o:a\nb c\td", "o:50% + %20", "o:"})
    void whatIsSentIsWhatArrives(String scope) {
        var hint = new Hint(scope, "ticket", "n-576bb179");
        assertThat(hint.line()).isEqualTo(hint.line().strip()).doesNotContain("\n");
        assertThat(Hint.of(hint.line())).isEqualTo(hint);
    }

    @Test
    void everybodyIsNobodysName() {
        assertThat(Hint.of(new Hint(Hints.EVERYBODY, Hints.RIGHTS, "changed").line())
                        .scope())
                .isEqualTo("*");
    }
}
