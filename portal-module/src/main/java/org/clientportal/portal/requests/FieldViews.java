package org.clientportal.portal.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.catalogue.Answers;
import org.clientportal.portal.catalogue.Condition;
import org.clientportal.portal.catalogue.Field;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws the questions of a form.
 *
 * @param values what the fields hold, by id
 */
record FieldViews(
        Answers answers,
        Map<String, String> values,
        List<OwnAssets.Asset> assets,
        Words words,
        String language,
        LocalDate today) {

    /** More than so many answers are a list, not buttons. */
    private static final int MOST_BUTTONS = 6;

    private static final JsonMapper JSON = JsonMapper.shared();

    List<FieldView> all() {
        return answers.kind().fields().stream().map(this::view).toList();
    }

    private FieldView view(Field field) {
        var conditions = new ConditionWords(answers.kind(), words, language);
        var shown = field.shownWhen();
        var required = field.requiredWhen();
        var file = field.type() == Field.Type.FILE;
        return new FieldView(
                file ? "files" : RequestDrafts.FIELD + field.id(),
                type(field),
                field.label().in(language),
                field.help().in(language),
                // what a question that is not asked yet needs is seen when it is
                answers.asked(field.id()) ? answers.required(field.id()) : field.required(),
                !answers.asked(field.id()),
                shown == null ? "" : words.text("requests.when", conditions.of(shown)),
                json(shown),
                json(required),
                required == null ? "" : words.text("requests.needed-when", conditions.of(required)),
                choices(field),
                values.getOrDefault(field.id(), ""),
                field.limits().longest(field.type()),
                day(field, field.limits().min()),
                day(field, field.limits().max()),
                field.type() == Field.Type.TEXT || field.type() == Field.Type.LONG_TEXT);
    }

    private String type(Field field) {
        return switch (field.type()) {
            case TEXT -> "text";
            case LONG_TEXT -> "area";
            case NUMBER -> "number";
            case DATE -> "date";
            // a button once chosen cannot be taken back, so what may be left out is a list
            case CHOICE -> field.required() && field.options().size() <= MOST_BUTTONS ? "radios" : "list";
            case CHOICES -> "checks";
            case PERSON -> "person";
            case ASSET -> assets.isEmpty() ? "text" : "list";
            case FILE -> "files";
        };
    }

    private List<Choice> choices(Field field) {
        var chosen = values.getOrDefault(field.id(), "").lines().toList();
        var choices = new ArrayList<Choice>();
        if (type(field).equals("list")) {
            choices.add(new Choice("", words.text("requests.choose"), chosen.isEmpty()));
        }
        if (field.type() == Field.Type.ASSET) {
            assets.forEach(asset -> choices.add(new Choice(asset.code(), asset.text(), chosen.contains(asset.code()))));
            if (!assets.isEmpty()) {
                var other = words.text("requests.another-asset");
                choices.add(new Choice(other, other, chosen.contains(other)));
            }
        }
        field.options()
                .forEach(option -> choices.add(
                        new Choice(option.value(), option.label().in(language), chosen.contains(option.value()))));
        return choices;
    }

    private String day(Field field, @Nullable String bound) {
        return field.type() == Field.Type.DATE && bound != null ? Answers.day(bound, today) : "";
    }

    private static String json(@Nullable Condition condition) {
        return condition == null ? "" : JSON.writeValueAsString(condition.tree());
    }
}
