package org.clientportal.demo.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientportal.demo.ChildProcess;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.Ports;
import org.clientportal.demo.Web;

/** A running Keycloak on the loopback interface. */
record KeycloakProcess(URI url, ChildProcess process) implements AutoCloseable {

    /**
     * @param url {@code http://127.0.0.1:port}, a free port
     * @param home folder of this run
     * @param more arguments beyond the usual ones
     */
    static KeycloakProcess start(
            URI url, Path home, Map<String, String> environment, List<String> more, DemoFolders folders, Leash leash) {
        var arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + url.getPort(),
                "--http-management-port=" + Ports.free(),
                "--hostname=" + url));
        arguments.addAll(more);
        var process = ChildProcess.start(
                "keycloak", folders.run(), leash, environment, KeycloakDistribution.command(home, home, arguments));
        return new KeycloakProcess(url, process);
    }

    /** The admin realm answers first or last depending on the work: only the realm that is needed tells. */
    void awaitRealm(String realm) {
        try {
            process.await(() -> Web.answers(url + "/realms/" + realm), Duration.ofMinutes(5));
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
