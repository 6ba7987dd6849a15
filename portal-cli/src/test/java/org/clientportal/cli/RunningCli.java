package org.clientportal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built tool as a process of its own, with a home of its own. */
final class RunningCli {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    RunningCli(Path home) {
        this.home = home;
    }

    RunningCli with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Ended run(String... words) throws IOException, InterruptedException {
        return fed("", words);
    }

    Ended fed(String input, String... words) throws IOException, InterruptedException {
        var jar = unpacked();
        var command = new ArrayList<>(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + jar.resolveSibling("cli.jsa"),
                "-Xlog:disable",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.home=" + home,
                "-jar",
                jar.toString()));
        command.addAll(List.of(words));
        var out = Files.createTempFile(home, "out", ".txt");
        var err = Files.createTempFile(home, "err", ".txt");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_") || name.startsWith("XDG_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the tool does not end: " + String.join(" ", words));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** The jar as the launcher runs it: unpacked, for a quick start. */
    private static synchronized Path unpacked() throws IOException, InterruptedException {
        var jar = Path.of(System.getProperty("portal.cli.jar"));
        var folder =
                jar.resolveSibling("cli-it-" + Files.getLastModifiedTime(jar).toMillis());
        if (!Files.exists(folder)) {
            var unpack = new ProcessBuilder(
                            JAVA,
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (unpack.waitFor() != 0) {
                throw new IOException("cannot unpack " + jar);
            }
        }
        return folder.resolve(jar.getFileName());
    }

    /** What is left of a run. */
    record Ended(int exit, String out, String err) {}
}
