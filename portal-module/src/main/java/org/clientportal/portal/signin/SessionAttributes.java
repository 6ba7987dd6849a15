package org.clientportal.portal.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.session.MapSession;

/**
 * What a session keeps, as it is stored. The same bytes are read into objects once and kept for a while, so that every request of a
 * session has the same objects, as it has where sessions are kept in memory; other bytes are other objects.
 */
final class SessionAttributes {

    private static final int KEPT = 2_000;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final Cache<ByteBuffer, Map<String, Object>> read =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(UNUSED).build();

    static byte[] stored(MapSession session) {
        var attributes = new HashMap<String, Object>();
        session.getAttributeNames().forEach(name -> attributes.put(name, session.getAttribute(name)));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(attributes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    /** @return nothing when they were stored by a release whose classes were others: its person signs in again */
    Map<String, Object> of(byte[] stored) {
        return read.get(ByteBuffer.wrap(stored), bytes -> objects(stored));
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static Map<String, Object> objects(byte[] stored) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
            return Map.copyOf((Map<String, Object>) in.readObject());
        } catch (IOException | ClassNotFoundException olderRelease) {
            return Map.of();
        }
    }
}
