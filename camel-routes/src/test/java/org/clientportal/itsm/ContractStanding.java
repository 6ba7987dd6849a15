package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.itsm.StatusMeaning.CLOSED;
import static org.clientportal.itsm.StatusMeaning.IN_WORK;
import static org.clientportal.itsm.StatusMeaning.NEW;

import org.junit.jupiter.api.Test;

/** Whether a connector knows and says how it stands. */
public interface ContractStanding extends ContractPlatform {

    @Test
    default void checkProvesThatItWorks() {
        var check = itsm().check();

        assertThat(check.ok()).as(check.toString()).isTrue();
        assertThat(check.summary()).isNotBlank();
        assertThat(check.advice()).isEmpty();
    }

    @Test
    default void checkWithAWrongCredentialFailsWithAdvice() {
        var check = itsmWithWrongCredential().check();

        assertThat(check.ok()).isFalse();
        assertThat(check.advice()).isNotBlank();
    }

    @Test
    default void aWrongCredentialIsUnavailableWithAlarmAndLosesNothing() {
        var refused = itsmWithWrongCredential();
        var ticket = cast().ticket(cast().anna(), "Never to be seen", "Text");

        assertThatThrownBy(() -> refused.deliver(ticket))
                .isInstanceOfSatisfying(
                        ItsmUnavailable.class, e -> assertThat(e.alarm()).isTrue());
        assertThat(itsm().find(ticket)).isEmpty();
    }

    @Test
    default void catalogueNamesCategoriesAndEveryStatus() {
        var catalogue = itsm().catalogue();

        assertThat(catalogue.categories()).extracting(Catalogue.Choice::id).contains(cast().categoryId());
        assertThat(catalogue.statuses()).extracting(Catalogue.Status::meaning).contains(NEW, IN_WORK, CLOSED);
        if (!catalogue.defaultPriority().isEmpty()) {
            assertThat(catalogue.priorities()).extracting(Catalogue.Choice::id).contains(catalogue.defaultPriority());
        }
    }
}
