package org.clientportal.portal.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How confirmations are kept as evidence.
 *
 * @param directory where the key is made when none is given, and where seals are written outside the database; the service's
 *     state directory when not set
 * @param keyFile the Ed25519 key that signs, the same on every node: PEM, private key and public key in one file; {@code key.pem}
 *     of the directory when not set
 * @param formerKeys PEM files with the public keys that signed before
 * @param sealEvery how often what was confirmed is sealed
 */
@ConfigurationProperties(prefix = "portal.evidence", ignoreUnknownFields = false)
record EvidenceSettings(
        @Nullable Path directory,
        @Nullable Path keyFile,
        @DefaultValue List<Path> formerKeys,
        @DefaultValue("1m") Duration sealEvery) {

    EvidenceSettings {
        formerKeys = List.copyOf(formerKeys);
        if (sealEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("portal.evidence.seal-every must be a second at least");
        }
    }

    /** Of systemd ({@code StateDirectory=}), else of the XDG base directories, else below the home of whoever runs it. */
    Path place() {
        return Optional.ofNullable(directory)
                .or(() -> state("STATE_DIRECTORY").map(path -> path.resolve("evidence")))
                .or(() -> state("XDG_STATE_HOME").map(path -> path.resolve("client-portal/evidence")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local/state/client-portal/evidence"));
    }

    private static Optional<Path> state(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                // of several the first
                .map(value -> Path.of(value.split(":", 2)[0]));
    }

    Path key() {
        return keyFile != null ? keyFile : place().resolve("key.pem");
    }
}
