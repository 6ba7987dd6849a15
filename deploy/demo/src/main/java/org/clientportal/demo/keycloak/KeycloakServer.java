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

    private final Path home;

    private KeycloakServer(KeycloakProcess keycloak, KeycloakPlace place, Path home, String setupSecret) {
        this.keycloak = keycloak;
        this.place = place;
        this.home = home;
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
        var keycloak = process(place, portalUrl, home, folders, leash);
        new RunSettings(place.url(), data.setupSecret()).write(portalUrl, smtpPort, sender, place.secrets());
        return new KeycloakServer(keycloak, place, home, data.setupSecret());
    }

    /** Starts one that was stopped, with the database that lies on its disk now. */
    public KeycloakServer again(String portalUrl, DemoFolders folders, Leash leash) {
        return new KeycloakServer(process(place, portalUrl, home, folders, leash), place, home, setupSecret);
    }

    private static KeycloakProcess process(
            KeycloakPlace place, String portalUrl, Path home, DemoFolders folders, Leash leash) {
        // the theme fetches the brand's colours from the portal
        var environment = Map.of("PORTAL_URL", portalUrl);
        var keycloak = KeycloakProcess.start(place.url(), home, environment, List.of(), folders, leash);
        keycloak.awaitRealm("portal");
        return keycloak;
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

    /** Its database, to be copied while it is stopped. */
    public Path data() {
        return home.resolve("data/h2");
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
