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

/** Keycloak with the portal's realm, new for each run. */
public final class KeycloakServer implements AutoCloseable {

    private final KeycloakProcess keycloak;
    private final Map<String, String> secrets;

    private KeycloakServer(KeycloakProcess keycloak, Map<String, String> secrets) {
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /**
     * @param portalUrl where the portal will be
     * @param smtpPort mail server on this machine for forgotten passwords
     * @param sender from whom that mail is
     */
    public static KeycloakServer start(
            String portalUrl, int smtpPort, String sender, DemoFolders folders, Leash leash) {
        var cache = new Cache(folders.cache());
        var distribution = KeycloakDistribution.prepare(archive(), cache, folders, leash);
        var data = RealmData.prepare(distribution, cache, folders, leash);
        var home = folders.run().resolve("keycloak");
        createFolder(home);
        distribution.linkInto(home);
        data.copyInto(home);
        Themes.copyInto(home);
        var keycloak = KeycloakProcess.start(home, Map.of(), List.of(), folders, leash);
        keycloak.awaitRealm("portal");
        var secrets = Map.of("portal", Secrets.next(), "portal-sync", Secrets.next(), "portal-cli", Secrets.next());
        new RunSettings(keycloak.url(), data.setupSecret()).write(portalUrl, smtpPort, sender, secrets);
        return new KeycloakServer(keycloak, secrets);
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

    public String url() {
        return keycloak.url();
    }

    public String issuer() {
        return url() + "/realms/portal";
    }

    /** Secret of {@code portal}, {@code portal-sync} or {@code portal-cli}. */
    public String secret(String clientId) {
        var secret = secrets.get(clientId);
        if (secret == null) {
            throw new IllegalArgumentException(clientId);
        }
        return secret;
    }

    public long pid() {
        return keycloak.process().pid();
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
