package org.clientportal.portal.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that people can ask for.
 *
 * @param id its name in addresses and commands; never changes
 * @param version grows with every change
 * @param category id of a {@link RequestCatalogue.Category}
 * @param icon a name of the portal's own set
 * @param picture name of an uploaded picture that is shown in place of the icon; null for none
 * @param summary one line below the name
 * @param intro above the form; empty words for nothing
 * @param keywords further words it is found by
 * @param audience words such as {@code everyone}, {@code organisation:oriale}, {@code group:managers}, {@code kind:external};
 *     whoever is named by any of them has it
 * @param subject title of the ticket, in which {@code {field}} stands for an answer
 */
public record RequestKind(
        String id,
        int version,
        String category,
        String icon,
        @Nullable String picture,
        Bilingual name,
        Bilingual summary,
        Bilingual intro,
        List<Bilingual> keywords,
        List<String> audience,
        Bilingual subject,
        List<Field> fields,
        Routing routing,
        List<Example> examples) {

    public RequestKind {
        keywords = List.copyOf(keywords);
        audience = List.copyOf(audience);
        fields = List.copyOf(fields);
        examples = List.copyOf(examples);
    }

    public Optional<Field> field(String fieldId) {
        return fields.stream().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    /** The one field that takes files. */
    public Optional<Field> files() {
        return fields.stream().filter(field -> field.type() == Field.Type.FILE).findFirst();
    }
}
