package org.clientportal.demo.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.Secrets;

/**
 * Keycloak's database with the realm in it, kept per version and realm template. What differs from run to run (addresses,
 * secrets) is written by {@link RunSettings} after the start.
 *
 * @param folder holds {@code data}, the H2 files, and {@code setup-secret}, of the client that may change them
 */
record RealmData(Path folder) {

    static final String SETUP_CLIENT = "demo-setup";
    private static final String TEMPLATE = "/org/clientportal/demo/keycloak/portal-realm.json";

    static RealmData prepare(KeycloakDistribution distribution, Cache cache, DemoFolders folders, Leash leash) {
        var template = template();
        var name = distribution.home().getFileName() + "-realm-" + Cache.hash(template);
        return new RealmData(cache.folder(name, fresh -> importRealm(distribution, template, fresh, folders, leash)));
    }

    private static void importRealm(
            KeycloakDistribution distribution, String template, Path folder, DemoFolders folders, Leash leash) {
        var secret = Secrets.next();
        DemoFolders.writePrivately(folder.resolve("setup-secret"), secret);
        distribution.linkInto(folder);
        try {
            Files.createDirectories(folder.resolve("data/import"));
            Files.writeString(folder.resolve("data/import/portal-realm.json"), template);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var environment = Map.of(
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                SETUP_CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
                secret,
                "PORTAL_URL",
                "http://127.0.0.1:8080",
                "PORTAL_CLIENT_SECRET",
                Secrets.next(),
                "PORTAL_SYNC_SECRET",
                Secrets.next(),
                "PORTAL_CLI_SECRET",
                Secrets.next());
        try (var keycloak = KeycloakProcess.start(
                KeycloakPlace.choose().url(), folder, environment, List.of("--import-realm"), folders, leash)) {
            keycloak.awaitRealm("portal");
        }
    }

    /** The database of a new run. */
    void copyInto(Path run) {
        try (var files = Files.list(folder.resolve("data/h2"))) {
            var target = Files.createDirectories(run.resolve("data/h2"));
            for (var file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String setupSecret() {
        try {
            return Files.readString(folder.resolve("setup-secret"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String template() {
        try (var in = RealmData.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " is not built in");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
