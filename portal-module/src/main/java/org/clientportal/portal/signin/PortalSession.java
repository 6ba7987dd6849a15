package org.clientportal.portal.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session and, when its person has access, the viewer that was read with it. */
final class PortalSession implements Session {

    /** The attribute under which a request finds its viewer; never stored. */
    static final String VIEWER = "portal.viewer";
    /** The subject of the login; stored in a column of its own. */
    static final String LOGIN = "portal.login";
    /** Keycloak's session id; stored in a column of its own. */
    static final String KEYCLOAK_SID = "portal.sid";
    /** Browser and system; stored in a column of its own. */
    static final String DEVICE = "portal.device";
    /** The network address at sign-in; stored in a column of its own. */
    static final String ADDRESS = "portal.address";
    /** The person through whose eyes somebody of the help desk looks; stored in a column of its own. */
    static final String VIEWED_PERSON = "portal.viewed-person";
    /** Who looks; stored in a column of its own. */
    static final String VIEWED_BY = "portal.viewed-by";

    private final MapSession session;
    private final boolean isNew;
    private final @Nullable Viewer viewer;
    private final Instant storedSeenAt;
    private @Nullable String storedId;
    private boolean attributesChanged;

    private PortalSession(MapSession session, boolean isNew, @Nullable Viewer viewer) {
        this.session = session;
        this.isNew = isNew;
        this.viewer = viewer;
        this.storedSeenAt = session.getLastAccessedTime();
        this.storedId = isNew ? null : session.getId();
    }

    static PortalSession begin(MapSession session) {
        return new PortalSession(session, true, null);
    }

    static PortalSession stored(MapSession session, @Nullable Viewer viewer) {
        return new PortalSession(session, false, viewer);
    }

    MapSession contents() {
        return session;
    }

    Optional<String> storedId() {
        return Optional.ofNullable(storedId);
    }

    boolean attributesChanged() {
        return attributesChanged || isNew;
    }

    /** Access is written at most once in this time: an update per request is the largest single cost of a page. */
    boolean seenLongAfterStored(Duration grain) {
        return session.getLastAccessedTime().isAfter(storedSeenAt.plus(grain));
    }

    void saved() {
        storedId = session.getId();
        attributesChanged = false;
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        attributesChanged = true;
        return session.changeSessionId();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getAttribute(String name) {
        return name.equals(VIEWER) ? (T) viewer : session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributesChanged = true;
        session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributesChanged = true;
        session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {
        session.setLastAccessedTime(lastAccessedTime);
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
