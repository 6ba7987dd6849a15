package org.clientportal.cli;

import tools.jackson.databind.JsonNode;

/**
 * A column of a table, found in the API's shape.
 *
 * @param pointer JSON pointer (RFC 6901) to its value
 */
record Column(String title, String pointer) {

    static Column of(String title, String pointer) {
        return new Column(title, pointer);
    }

    String value(JsonNode item) {
        var value = item.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isContainer() ? value.toString() : value.asString();
    }
}
