package org.clientportal.keycloak;

/**
 * The one name of a person as Keycloak keeps it: in two halves that, put together again, give the name.
 *
 * @param first all words but the last; the whole name when it is one word
 * @param last the last word, empty when there is only one
 */
record PersonName(String first, String last) {

    static PersonName of(String name) {
        var words = name.strip();
        var lastSpace = words.lastIndexOf(' ');
        return lastSpace < 0
                ? new PersonName(words, "")
                : new PersonName(words.substring(0, lastSpace).strip(), words.substring(lastSpace + 1));
    }
}
