package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Submission.NewTicket;
import org.junit.jupiter.api.Test;

/** A new ticket fills the platform's own fields, and none of them ever stands in its way. */
public interface ContractFields extends ContractPlatform {

    @Test
    default void theCatalogueTellsTheFieldsOfTickets() {
        assumeCan(Ability.TICKET_FIELDS);
        var fields = itsm().catalogue().fields();

        assertThat(fields).extracting(Catalogue.TicketField::id).doesNotHaveDuplicates();
        assertThat(fields).allSatisfy(field -> assertThat(field.names()).containsKey(""));
        assertThat(fields).anyMatch(field -> field.names().containsValue(agent().textField()));
        assertThat(fields)
                .flatExtracting(Catalogue.TicketField::categoryIds)
                .allSatisfy(category -> assertThat(itsm().catalogue().categories())
                        .extracting(Catalogue.Choice::id)
                        .contains(category));
    }

    @Test
    default void whatANewTicketBringsStandsInTheField() {
        assumeCan(Ability.TICKET_FIELDS);
        var value = "Zażółć 1042 & „gęślą”";

        var delivered = itsm().deliver(withFields(Map.of(textFieldId(), List.of(value))));

        assertThat(agent().field(delivered.ticketId(), agent().textField())).containsExactly(value);
        assertThat(fresh(delivered.ticketId()).entries()).hasSize(1);
    }

    @Test
    default void aFieldThatIsNotThereRefusesNothing() {
        var written = withFields(Map.of("99999999", List.of("x")));

        var delivered = itsm().deliver(written);

        assertThat(fresh(delivered.ticketId()).requestKey())
                .isEqualTo(written.key().value());
    }

    @Test
    default void aValueThatTheFieldDoesNotTakeRefusesNothing() {
        assumeCan(Ability.CHOICE_FIELDS);
        var choice = itsm().catalogue().fields().stream()
                .filter(field -> field.names().containsValue(agent().choiceField()))
                .findFirst()
                .orElseThrow()
                .id();

        var delivered =
                itsm().deliver(withFields(Map.of(choice, List.of("no such choice"), textFieldId(), List.of("kept"))));

        assertThat(agent().field(delivered.ticketId(), agent().choiceField())).isEmpty();
        assertThat(agent().field(delivered.ticketId(), agent().textField())).containsExactly("kept");
    }

    private String textFieldId() {
        return itsm().catalogue().fields().stream()
                .filter(field -> field.isOf(cast().categoryId()))
                .filter(field -> field.names().containsValue(agent().textField()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + agent().textField()))
                .id();
    }

    private NewTicket withFields(Map<String, List<String>> fields) {
        return new NewTicket(
                ContractCast.newKey(),
                cast().anna(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                "With fields",
                "The text has them too",
                cast().categoryId(),
                cast().priorityId(),
                List.of(),
                fields,
                null);
    }
}
