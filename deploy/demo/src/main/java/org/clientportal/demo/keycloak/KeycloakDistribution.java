package org.clientportal.demo.keycloak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientportal.demo.ChildProcess;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;

/**
 * Keycloak, unpacked and built for this use, kept per version.
 *
 * @param home folder with {@code lib}, {@code conf}, {@code providers}; never written to
 */
record KeycloakDistribution(Path home) {

    /** What is decided when it is built; a change makes a new one. */
    private static final List<String> BUILD =
            List.of("--db=dev-file", "--health-enabled=true", "--features-disabled=kerberos");

    private static final List<String> OPENED =
            List.of("java.util", "java.util.concurrent", "java.security", "java.lang");

    static KeycloakDistribution prepare(Path archive, Cache cache, DemoFolders folders, Leash leash) {
        var version = archive.getFileName().toString().replaceAll("^keycloak-quarkus-dist-|\\.tar\\.gz$", "");
        var extension = Extension.fromClassPath();
        var mark = Cache.hash(String.join(" ", BUILD) + extension.mark());
        var home = cache.folder("keycloak-" + version + "-" + mark, fresh -> {
            unpack(archive, fresh);
            extension.copyInto(fresh);
            var arguments = new ArrayList<>(List.of("build"));
            arguments.addAll(BUILD);
            ChildProcess.start("keycloak-build", folders.run(), leash, Map.of(), command(fresh, fresh, arguments))
                    .awaitEnd(Duration.ofMinutes(5));
        });
        return new KeycloakDistribution(home);
    }

    /** With the tar of the machine, which keeps links and permissions and is quicker than any library. */
    private static void unpack(Path archive, Path folder) {
        try {
            var tar = new ProcessBuilder(
                            "tar", "-xzf", archive.toString(), "-C", folder.toString(), "--strip-components=1")
                    .redirectErrorStream(true)
                    .start();
            String said;
            try (var out = new BufferedInputStream(tar.getInputStream())) {
                said = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
            if (tar.waitFor() != 0) {
                throw new IllegalStateException("unpacking " + archive + ": " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /** A folder that looks like this Keycloak but has data and themes of its own. */
    void linkInto(Path run) {
        try {
            for (var part : List.of("lib", "conf", "providers")) {
                Files.createSymbolicLink(run.resolve(part), home.resolve(part));
            }
            Files.createDirectories(run.resolve("themes"));
            Files.createDirectories(run.resolve("data"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What {@code kc.sh} does, without the shell between us and the process. */
    static List<String> command(Path lib, Path home, List<String> arguments) {
        var command = new ArrayList<>(ChildProcess.smallJava("512m"));
        OPENED.forEach(opened -> command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-XX:MaxMetaspaceSize=256m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Djava.security.egd=file:/dev/urandom",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                lib.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
