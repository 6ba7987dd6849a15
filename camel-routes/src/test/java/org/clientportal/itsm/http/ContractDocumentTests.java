package org.clientportal.itsm.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Check;
import org.clientportal.itsm.Delivered;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the contract keep its own rules and are what the client understands. */
class ContractDocumentTests {

    private static final Map<String, Class<?>> RECORDS = Map.of(
            "Check",
            Check.class,
            "Catalogue",
            Catalogue.class,
            "ChangePage",
            ChangePage.class,
            "Delivered",
            Delivered.class,
            "Problem",
            Problem.class,
            "Submission",
            SubmissionBody.class);

    private final ContractDocument document = new ContractDocument();
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleKeepsItsSchema() {
        var seen = new TreeSet<String>();
        document.examples((schema, example) -> {
            if (schema != null) {
                seen.add(schema);
                assertThat(document.faults(schema, example))
                        .as(schema + " " + example)
                        .isEmpty();
            }
        });
        assertThat(seen).containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
    }

    @Test
    void everyExampleIsUnderstoodByTheClient() {
        document.examples((schema, example) -> {
            if (schema != null) {
                var read = json.readValue(json.writeValueAsString(example), RECORDS.get(schema));
                Completeness.require(read);
            }
        });
    }

    @Test
    void theValidatorFindsMistakes() {
        var delivered = new HashMap<String, Object>(Map.of("ticketId", "t1", "number", 7, "surprise", true));

        assertThat(document.faults("Delivered", delivered)).hasSize(2);
        assertThat(document.faults("Submission", Map.of("kind", "REPLY")))
                .contains("Submission.writer is missing", "Submission.ticketId is missing");
    }
}
