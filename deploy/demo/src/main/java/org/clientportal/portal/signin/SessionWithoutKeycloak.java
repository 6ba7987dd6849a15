package org.clientportal.portal.signin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A session as it is after sign-in, written straight into the database of a portal that runs in another process: for crash
 * tests, which do without Keycloak. Part of the demo's jar, never of the portal's.
 */
public final class SessionWithoutKeycloak {

    private SessionWithoutKeycloak() {}

    /**
     * @param connection as the role {@code portal}
     * @param subject Keycloak's id of the login
     * @return the value of the session cookie
     */
    public static String open(Connection connection, String subject) throws SQLException {
        var id = UUID.randomUUID().toString();
        try (var insert = connection.prepareStatement("""
                insert into session (id, login_subject, created_at, seen_at, expires_at, attributes)
                values (?, ?, now(), now(), now() + interval '12 hours', ?)""")) {
            insert.setString(1, hash(id));
            insert.setString(2, subject);
            insert.setBytes(3, attributes(subject));
            insert.executeUpdate();
        }
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] attributes(String subject) {
        var attributes = new HashMap<String, Object>();
        attributes.put(PortalSession.LOGIN, subject);
        attributes.put(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new SignedIn(subject, subject, "no-token")));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(attributes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private static String hash(String id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
