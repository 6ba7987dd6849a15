package org.clientportal.portal.access;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param scopes the reader scopes of tickets this viewer looks through, {@code p:<person>} first, then what was shared, then of
 *     whom the viewer stands in for, then of organisations; none without tickets
 * @param audiences the reader scopes of what is meant for many: {@code a:*}, {@code a:o:<organisation>} …
 * @param seenBy somebody of the help desk who looks through these eyes and changes nothing; null normally
 * @param unread how many notifications the viewer has not seen yet, counted up to {@link #COUNTED} and one more
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
        @Nullable String seenBy,
        int unread)
        implements Serializable {

    /** Up to here notifications are counted; of more it is only said that there are. */
    public static final int COUNTED = 99;

    private static final String ORGANISATION = "o:";
    private static final String SHARED = "v:";
    private static final String ABSENT = "s:";
    private static final String ASKED = "w:";
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
                defaults.zone(timeZone),
                entitlements.features(),
                scopes(person, entitlements),
                entitlements.audiences(),
                null,
                0);
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
                null,
                0);
    }

    /** The language of the portal that a tag such as {@code pl-PL} means; empty when it is none of them. */
    public static Optional<String> languageOf(@Nullable String tag) {
        return Optional.ofNullable(tag)
                .map(given -> given.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
                .filter(LANGUAGES::contains);
    }

    /** The same eyes, with somebody of the help desk behind them; null for nobody. */
    public Viewer seenBy(@Nullable String somebody) {
        return new Viewer(
                person, platformId, name, email, language, zone, features, scopes, audiences, somebody, unread);
    }

    /** The same, with so many notifications not seen yet. */
    public Viewer withUnread(int notifications) {
        return new Viewer(
                person, platformId, name, email, language, zone, features, scopes, audiences, seenBy, notifications);
    }

    /** Whether nobody has signed in. */
    public boolean isVisitor() {
        return person == NOBODY;
    }

    /** Whether nothing may be written. */
    public boolean readsOnly() {
        return seenBy != null || isVisitor();
    }

    private static List<String> scopes(long person, Entitlements entitlements) {
        var scopes = new ArrayList<String>();
        if (entitlements.features().contains(Feature.TICKETS)) {
            scopes.add(own(person));
            if (entitlements.sharedWith()) {
                scopes.add(SHARED + person);
            }
            if (entitlements.asked()) {
                scopes.add(ASKED + person);
            }
            entitlements.standsFor().stream().map(absent -> ABSENT + absent).forEach(scopes::add);
            entitlements.branches().stream()
                    .map(branch -> ORGANISATION + branch)
                    .forEach(scopes::add);
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

    /** The scope of what the viewer is on; none without tickets. */
    public List<String> personalScopes() {
        return of(own(person));
    }

    /** The scopes of what was shared with the viewer, to read. */
    public List<String> sharedScopes() {
        return of(SHARED);
    }

    /** The scope of what the viewer was asked to approve. */
    public List<String> askedScopes() {
        return of(ASKED);
    }

    /** The scopes of those who are away and for whom the viewer stands in. */
    public List<String> standInScopes() {
        return of(ABSENT);
    }

    /** The scopes of what is seen because it is the organisation's. */
    public List<String> organisationScopes() {
        return of(ORGANISATION);
    }

    /** The scopes of what the viewer may answer in. */
    public List<String> writingScopes() {
        return Stream.concat(Stream.of(ownScope()), standInScopes().stream()).toList();
    }

    private List<String> of(String kind) {
        return scopes.stream().filter(scope -> scope.startsWith(kind)).toList();
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
