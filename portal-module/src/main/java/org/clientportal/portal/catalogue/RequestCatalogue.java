package org.clientportal.portal.catalogue;

import java.util.List;
import java.util.Optional;

/** A whole catalogue as a file has it, in the file's order. */
public record RequestCatalogue(List<Category> categories, List<RequestKind> kinds) {

    /** The format of the file that this portal reads. */
    public static final int SCHEMA = 1;

    public RequestCatalogue {
        categories = List.copyOf(categories);
        kinds = List.copyOf(kinds);
    }

    /** A heading under which kinds stand. */
    public record Category(String id, Bilingual name) {}

    Category category(String id) {
        return categories.stream()
                .filter(category -> category.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Optional<RequestKind> kind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
