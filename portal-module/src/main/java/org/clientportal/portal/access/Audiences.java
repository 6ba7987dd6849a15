package org.clientportal.portal.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clientportal.itsm.Audience;

/** The reader scopes of what is meant for many; {@code audiences_of} in the database says which of them a person has. */
public final class Audiences {

    /** Everybody, signed in or not. */
    static final String OPEN = "a:open";

    private Audiences() {}

    /** Scopes with the reason for each. People are rows of their own, since not all of them may be known yet. */
    public static Map<String, String> scopes(Audience audience) {
        var scopes = new LinkedHashMap<String, String>();
        if (audience.open()) {
            scopes.put(OPEN, "open");
        }
        if (audience.open() || audience.everyone()) {
            scopes.put("a:*", "everyone");
        }
        audience.organisationIds().forEach(organisation -> scopes.put("a:o:" + organisation, "organisation"));
        audience.groups().forEach(group -> scopes.put("a:g:" + group, "group"));
        return scopes;
    }
}
