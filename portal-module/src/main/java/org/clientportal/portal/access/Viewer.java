package org.clientportal.portal.access;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person who looks, read with each request, so that whoever is disabled is out at once; or a visitor.
 *
 * @param person the portal's id of the person; 0 for a visitor who has not signed in
 * @param platformId the platform's id of the person
 * @param email the login address
 * @param language {@code pl} or {@code en}
 * @param zone for dates
 * @param features what the viewer has
 * @param scopes the reader scopes of tickets this viewer looks through, {@code p:<person>} first; none without tickets
 * @param audiences the reader scopes of what is meant for many: {@code a:*}, {@code a:o:<organisation>} …
 * @param seenBy somebody of the help desk who looks through these eyes and changes nothing; null normally
 */
public record Viewer(
        long person,
        String platformId,
        String name,
        String email,
        String language,
        ZoneId zone,
        Set<Feature> features,
        List<String> scopes,
        List<String> audiences,
        @Nullable String seenBy)
        implements Serializable {

    private static final String ORGANISATION = "o:";
    private static final long NOBODY = 0;

    static final List<String> LANGUAGES = List.of("pl", "en");

    /** A viewer with what the administrators gave. */
    public static Viewer of(
            long person,
            String platformId,
            String name,
            String email,
            @Nullable String language,
            @Nullable String timeZone,
            Entitlements entitlements,
            ViewerDefaults defaults) {
        return new Viewer(
                person,
                platformId,
                name,
                email,
                language != null && LANGUAGES.contains(language) ? language : defaults.language(),
                zone(timeZone, defaults.timeZone()),
                entitlements.features(),
                scopes(person, entitlements.features(), entitlements.branches()),
                entitlements.audiences(),
                null);
    }

    /** Somebody who has not signed in and reads what is open to all. */
    public static Viewer visitor(String language, ViewerDefaults defaults) {
        return new Viewer(
                NOBODY,
                "",
                "",
                "",
                language,
                defaults.timeZone(),
                Set.of(Feature.KNOWLEDGE),
                List.of(),
                List.of(Audiences.OPEN),
                null);
    }

    /** The language of the portal that a tag such as {@code pl-PL} means; empty when it is none of them. */
    public static Optional<String> languageOf(@Nullable String tag) {
        return Optional.ofNullable(tag)
                .map(given -> given.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
                .filter(LANGUAGES::contains);
    }

    /** The same eyes, with somebody of the help desk behind them; null for nobody. */
    public Viewer seenBy(@Nullable String somebody) {
        return new Viewer(person, platformId, name, email, language, zone, features, scopes, audiences, somebody);
    }

    /** Whether nobody has signed in. */
    public boolean isVisitor() {
        return person == NOBODY;
    }

    /** Whether nothing may be written. */
    public boolean readsOnly() {
        return seenBy != null || isVisitor();
    }

    private static List<String> scopes(long person, Collection<Feature> features, Collection<String> branches) {
        var scopes = new ArrayList<String>();
        if (features.contains(Feature.TICKETS)) {
            scopes.add(own(person));
            branches.stream().map(branch -> ORGANISATION + branch).forEach(scopes::add);
        }
        return List.copyOf(scopes);
    }

    private static String own(long person) {
        return "p:" + person;
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The scope of what is the viewer's own. */
    public String ownScope() {
        return own(person);
    }

    /** The scopes of what is the viewer's own or was shared with the viewer. */
    public List<String> personalScopes() {
        return scopes.stream().filter(scope -> !scope.startsWith(ORGANISATION)).toList();
    }

    /** The scopes of what is seen because it is the organisation's. */
    public List<String> organisationScopes() {
        return scopes.stream().filter(scope -> scope.startsWith(ORGANISATION)).toList();
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    private static ZoneId zone(@Nullable String wanted, ZoneId otherwise) {
        try {
            return wanted == null || wanted.isBlank() ? otherwise : ZoneId.of(wanted);
        } catch (DateTimeException notAZone) {
            return otherwise;
        }
    }
}
