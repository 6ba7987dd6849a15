package org.clientportal.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.catalogue.SampleCatalogue.kindOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.web.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked, what is wrong and what becomes of it depends on the answers alone. */
class AnswersTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Messages MESSAGES = new Messages();

    private static Answers answers(RequestKind kind, Map<String, String> typed, String... files) {
        return Answers.of(kind, typed, List.of(files), Lookup.TRUSTING, TODAY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    type: text, required: true                | ''          | required
                    type: text, required: true                | '  '        | required
                    type: text                                | ''          | -
                    type: text, min-length: 3                 | ab          | min-length
                    type: text, max-length: 3                 | abcd        | max-length
                    type: text, pattern: '[A-Z]+'             | ABc         | pattern
                    type: text, pattern: '[A-Z]+'             | ABC         | -
                    type: number                              | trzy        | format
                    type: number                              | 1,234       | format
                    type: number, decimals: 3                 | 1,234       | -
                    type: number, decimals: 0                 | 1,5         | format
                    type: number, min: 2                      | 1.99        | min
                    type: number, max: 1000                   | 1 000       | -
                    type: number, max: 1000                   | 1 000,01    | max
                    type: number                              | 9e99        | format
                    type: date                                | 30.02.2026x | format
                    type: date                                | 24.11.2026  | -
                    type: date, min: today                    | 2026-11-23  | min
                    type: date, min: today                    | 2026-11-24  | -
                    type: date, max: today+1w                 | 2026-12-02  | max
                    type: date, min: today-1m                 | 2026-10-23  | min
                    """)
    void anAnswerIsJudged(String rules, String typed, String wrong) {
        var kind = kindOf("- { id: a, label: A, " + rules + " }", "");

        var found = answers(kind, Map.of("a", typed)).wrong();

        assertThat(found.stream().map(each -> each.rule().word()).findFirst().orElse(null))
                .isEqualTo(wrong);
    }

    @Test
    void choicesAreThoseOfTheListInItsOrder() {
        var kind = kindOf("- { id: a, type: choices, label: A, options: [x, y, z], min: 2, max: 2 }", "");

        assertThat(answers(kind, Map.of("a", "\nz\nx")).values("a")).containsExactly("x", "z");
        assertThat(answers(kind, Map.of("a", "z\nx")).wrong()).isEmpty();
        assertThat(rules(answers(kind, Map.of("a", "z")))).containsExactly("min");
        assertThat(rules(answers(kind, Map.of("a", "x\ny\nz")))).containsExactly("max");
        assertThat(rules(answers(kind, Map.of("a", "x\nq")))).containsExactly("unknown");
        var single = kindOf("- { id: a, type: choice, label: A, options: [x, y] }", "");
        assertThat(rules(answers(single, Map.of("a", "x\ny")))).containsExactly("unknown");
    }

    @Test
    void whatIsNotAskedHasNoAnswerAndAsksNothingFurther() {
        var kind = kindOf("""
                - { id: how, type: choice, label: How, options: [post, courier] }
                - { id: street, type: text, label: Street, shown: { field: how, is: courier }, required: true }
                - { id: flat, type: text, label: Flat, shown: { field: street, filled: true }, required: true }
                """, "");

        var post = answers(kind, Map.of("how", "post", "street", "Long Street", "flat", ""));
        assertThat(post.wrong()).isEmpty();
        assertThat(post.asked("street")).isFalse();
        assertThat(post.asked("flat")).isFalse();
        assertThat(post.values("street")).isEmpty();
        assertThat(Composed.of(post, MESSAGES.in("en"), "en").text()).doesNotContain("Long Street");

        var courier = answers(kind, Map.of("how", "courier", "street", "Long Street"));
        assertThat(rules(courier)).containsExactly("required");
        assertThat(courier.wrong().getFirst().field().id()).isEqualTo("flat");
    }

    @Test
    void conditionsCompareNumbersAndJoin() {
        var kind = kindOf("""
                - { id: count, type: number, label: Count }
                - { id: who, type: choices, label: Who, options: [me, all] }
                - id: why
                  type: text
                  label: Why
                  required:
                    any:
                      - { field: count, at-least: 6 }
                      - all: [{ field: count, at-most: 2 }, { field: who, is: all }]
                - { id: rest, type: text, label: Rest, shown: { field: who, is-not: [me, all] } }
                """, "");

        assertThat(answers(kind, Map.of("count", "5,99")).required("why")).isFalse();
        assertThat(answers(kind, Map.of("count", "6")).required("why")).isTrue();
        assertThat(answers(kind, Map.of("count", "2", "who", "me\nall")).required("why"))
                .isTrue();
        assertThat(answers(kind, Map.of("count", "2", "who", "me")).required("why"))
                .isFalse();
        assertThat(answers(kind, Map.of("count", "")).required("why")).isFalse();
        assertThat(answers(kind, Map.of("who", "me")).asked("rest")).isFalse();
        assertThat(answers(kind, Map.of()).asked("rest")).isTrue();
    }

    @Test
    void filesAreNeededWhereTheyAreAskedFor() {
        var kind = kindOf("- { id: photo, type: file, label: Photo, required: true }", "");

        assertThat(rules(answers(kind, Map.of()))).containsExactly("required");
        assertThat(answers(kind, Map.of(), "a.png").wrong()).isEmpty();
    }

    @Test
    void theTicketIsReadableAndGoesWhereTheRulesSay() {
        var kind = kindOf("""
                - { id: size, type: choice, label: { pl: Rozmiar, en: Size }, options: [{ value: s, label: { pl: Mały, en: Small }, platform-value: S-1 }, { value: l, label: { pl: Duży, en: Large } }], platform-field: Model }
                - { id: cost, type: number, label: { pl: "Ile kosztuje?", en: "What does it cost?" }, platform-field: Cost }
                - { id: day, type: date, label: { pl: Dzień, en: Day } }
                - { id: text, type: long-text, label: { pl: Uwagi, en: Notes } }
                """, """
                subject: { pl: "Laptop {size}, {day}", en: "Laptop {size}, {day}" }
                routing:
                  category: hardware
                  fields: { Kind: "laptop {size}", Empty: "{text}" }
                  rules:
                    - { when: { field: cost, at-least: 5000 }, priority: high, fields: { Kind: dear } }
                    - { when: { field: cost, at-least: 9000 }, category: board }
                """);

        var cheap = Composed.of(
                answers(kind, Map.of("size", "s", "cost", "1234,5", "text", "Jeden\n\nDwa")), MESSAGES.in("pl"), "pl");
        assertThat(cheap.subject()).isEqualTo("Laptop Mały");
        assertThat(cheap.text())
                .isEqualTo(
                        "Rozmiar: Mały\nIle kosztuje? 1\u00a0234,5\nUwagi:\nJeden\n\nDwa\n\nFormularz: Nowy laptop, wersja 1");
        assertThat(cheap.category()).isEqualTo("hardware");
        assertThat(cheap.priority()).isNull();
        assertThat(cheap.fields())
                .containsEntry("Model", List.of("S-1"))
                .containsEntry("Cost", List.of("1234.5"))
                .containsEntry("Kind", List.of("laptop Mały"))
                .containsEntry("Empty", List.of("Jeden\n\nDwa"));

        var dear = Composed.of(
                answers(kind, Map.of("size", "l", "cost", "9000", "day", "1.12.2026")), MESSAGES.in("en"), "en");
        assertThat(dear.subject()).isEqualTo("Laptop Large, 1 December 2026");
        assertThat(dear.category()).isEqualTo("board");
        assertThat(dear.priority()).isEqualTo("high");
        assertThat(dear.fields()).containsEntry("Model", List.of("Large")).containsEntry("Kind", List.of("dear"));
        assertThat(dear.fields()).doesNotContainKey("Empty");
    }

    @Test
    void ownWordsGoBeforeThePortals() {
        var kind = kindOf(
                "- { id: a, type: number, label: A, min: 1, max: 2000.5, messages: { min: { pl: Za mało, en: Too few } } }",
                "");

        assertThat(sentence(kind, "0", "pl")).isEqualTo("Za mało");
        assertThat(sentence(kind, "3000", "pl")).isEqualTo("Podaj liczbę nie większą niż 2\u00a0000,5.");
        assertThat(sentence(kind, "x", "en")).isEqualTo("Enter a number with at most 2 decimal places, such as 1.5.");
    }

    @Test
    void aPersonMustBeOneThatIsKnown() {
        var kind = kindOf("- { id: who, type: person, label: Who }", "");
        var lookup = new Lookup() {
            @Override
            public Named person(String typed) {
                return typed.equals("Jan") ? Named.AMBIGUOUS : Named.UNKNOWN;
            }

            @Override
            public Named asset(String code) {
                return Named.UNKNOWN;
            }
        };

        assertThat(rules(Answers.of(kind, Map.of("who", "Jan"), List.of(), lookup, TODAY)))
                .containsExactly("ambiguous");
        assertThat(rules(Answers.of(kind, Map.of("who", "Ewa"), List.of(), lookup, TODAY)))
                .containsExactly("unknown");
    }

    @Test
    void aFreshFormHoldsItsDefaults() {
        var kind = kindOf("""
                - { id: day, type: date, label: Day, default: today+2w }
                - { id: size, type: choices, label: Size, options: [s, m, l], default: [s, l] }
                """, "");

        assertThat(Answers.standard(kind, TODAY))
                .containsEntry("day", "2026-12-08")
                .containsEntry("size", "s\nl");
    }

    private static String sentence(RequestKind kind, String typed, String language) {
        return Sentences.of(answers(kind, Map.of("a", typed)).wrong().getFirst(), MESSAGES.in(language), language);
    }

    private static List<String> rules(Answers answers) {
        return answers.wrong().stream().map(each -> each.rule().word()).toList();
    }
}
