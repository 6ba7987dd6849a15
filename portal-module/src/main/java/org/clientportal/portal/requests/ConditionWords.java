package org.clientportal.portal.requests;

import java.util.stream.Collectors;
import org.clientportal.portal.catalogue.Condition;
import org.clientportal.portal.catalogue.RequestKind;
import org.clientportal.portal.web.Words;

/** Conditions in words, for those whose browser does not follow them. */
record ConditionWords(RequestKind kind, Words words, String language) {

    String of(Condition condition) {
        return switch (condition) {
            case Condition.Is is ->
                words.text(
                        is.not() ? "requests.when.is-not" : "requests.when.is",
                        label(is.field()),
                        kind.field(is.field()).stream()
                                .flatMap(field -> field.options().stream())
                                .filter(option -> is.values().contains(option.value()))
                                .map(option -> option.label().in(language))
                                .collect(Collectors.joining(words.text("requests.when.or"))));
            case Condition.Filled filled ->
                words.text(filled.filled() ? "requests.when.filled" : "requests.when.empty", label(filled.field()));
            case Condition.Between between ->
                between.least() == null
                        ? words.text("requests.when.at-most", label(between.field()), String.valueOf(between.most()))
                        : between.most() == null
                                ? words.text(
                                        "requests.when.at-least",
                                        label(between.field()),
                                        between.least().toString())
                                : words.text(
                                        "requests.when.between",
                                        label(between.field()),
                                        between.least().toString(),
                                        between.most().toString());
            case Condition.Several several ->
                several.conditions().stream()
                        .map(this::of)
                        .collect(Collectors.joining(
                                words.text(several.all() ? "requests.when.and" : "requests.when.or")));
        };
    }

    private String label(String field) {
        return kind.field(field).map(each -> each.label().in(language)).orElse(field);
    }
}
