package org.clientportal.portal.grants;

import org.jspecify.annotations.Nullable;

/**
 * Whom a line speaks about.
 *
 * @param person the portal's id, for {@link Level#PERSON}
 * @param organisation the platform's id, for {@link Level#ORGANISATION}
 * @param group the name, for {@link Level#GROUP}
 * @param name for people
 */
record Subject(
        Level level,
        @Nullable Long person,
        @Nullable String organisation,
        @Nullable String group,
        String name) {

    /** From the nearest to the farthest. */
    enum Level {
        PERSON,
        GROUP,
        ORGANISATION,
        INSTALLATION
    }

    /** As the admin API names it. */
    String word() {
        return switch (level) {
            case PERSON -> String.valueOf(person);
            case GROUP -> "group:" + group;
            case ORGANISATION -> "organisation:" + organisation;
            case INSTALLATION -> "installation";
        };
    }
}
