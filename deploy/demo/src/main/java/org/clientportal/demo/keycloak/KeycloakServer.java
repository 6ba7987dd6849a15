package org.clientportal.demo.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.keycloak.admin.client.Keycloak;

/** Keycloak with the portal's realm, new for each run. */
public final class KeycloakServer implements AutoCloseable {

    private final KeycloakProcess keycloak;
    private final KeycloakPlace place;
    private final String setupSecret;

    private KeycloakServer(KeycloakProcess keycloak, KeycloakPlace place, String setupSecret) {
        this.keycloak = keycloak;
        this.place = place;
        this.setupSecret = setupSecret;
    }

    /**
     * Starts it and returns when the realm answers and knows this run.
     *
     * @param place where it is to be
     * @param portalUrl where the portal will be
     * @param smtpPort mail server on this machine for forgotten passwords
     * @param sender from whom that mail is
     */
    public static KeycloakServer start(
            KeycloakPlace place, String portalUrl, int smtpPort, String sender, DemoFolders folders, Leash leash) {
        var cache = new Cache(folders.cache());
        var distribution = KeycloakDistribution.prepare(archive(), cache, folders, leash);
        var data = RealmData.prepare(distribution, cache, folders, leash);
        var home = folders.run().resolve("keycloak");
        createFolder(home);
        distribution.linkInto(home);
        data.copyInto(home);
        Themes.copyInto(home);
        // the theme fetches the brand's colours from the portal
        var environment = Map.of("PORTAL_URL", portalUrl);
        var keycloak = KeycloakProcess.start(place.url(), home, environment, List.of(), folders, leash);
        keycloak.awaitRealm("portal");
        new RunSettings(place.url(), data.setupSecret()).write(portalUrl, smtpPort, sender, place.secrets());
        return new KeycloakServer(keycloak, place, data.setupSecret());
    }

    /** Resolved by the build, so that a demo downloads nothing. */
    private static Path archive() {
        var folder = Path.of(System.getProperty("demo.keycloak", "deploy/demo/target/keycloak"));
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Keycloak in " + folder));
        } catch (IOException absent) {
            throw new UncheckedIOException("no folder " + folder + ": build with mvn package first", absent);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public KeycloakPlace place() {
        return place;
    }

    /** Somebody who may do everything in every realm, for tests that need more realms than ours. */
    public Keycloak administrator() {
        return new RunSettings(place.url(), setupSecret).connect();
    }

    public long pid() {
        return keycloak.process().pid();
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
