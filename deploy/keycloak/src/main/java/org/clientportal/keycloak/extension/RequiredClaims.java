package org.clientportal.keycloak.extension;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an ID token has to say about its holder before its address counts.
 *
 * @param values by claim, any of which will do
 */
record RequiredClaims(Map<String, List<String>> values) {

    /** As in {@code email_verified=true hd=oriale.example}; alternatives stand with a bar between: {@code xms_edov=true|1}. */
    static RequiredClaims parse(String text) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var each : text.strip().split("\\s+")) {
            var split = each.indexOf('=');
            if (split > 0) {
                values.put(
                        each.substring(0, split),
                        Arrays.stream(each.substring(split + 1).split("\\|")).toList());
            } else if (!each.isEmpty()) {
                throw new IllegalArgumentException("a claim without a value: " + each);
            }
        }
        return new RequiredClaims(values);
    }

    /** The first claim that is missing or says something else. Values are compared as they are, in capitals and all. */
    Optional<String> missing(Map<String, ?> claims) {
        var said = new TreeMap<String, Object>(claims);
        return values.entrySet().stream()
                .filter(each -> !said.containsKey(each.getKey())
                        || !each.getValue().contains(String.valueOf(said.get(each.getKey()))))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
