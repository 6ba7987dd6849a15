package org.clientportal.demo.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A desk as a child process; it ends with its parent, even when that is killed. */
public final class DeskProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("\\{\"url\":\"([^\"]+)\",\"pid\":\\d+}");

    private final Process process;
    private final URI url;

    private DeskProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * How to start one.
     *
     * @param data folder of its own, kept between starts; the child's messages go to {@code desk.log} in it
     * @param port 0 lets the system choose
     * @param token what the portal must send
     * @param webhook the portal's address to wake, null for none
     * @param webhookToken what the portal expects there
     * @param autoAgent after how long the automatic agent answers, null for never
     * @param sample whether an empty folder is filled with the sample firm
     * @param chaos whether faults may be ordered at {@code /chaos}
     */
    public record Options(
            Path data,
            int port,
            String token,
            @Nullable URI webhook,
            @Nullable String webhookToken,
            @Nullable Duration autoAgent,
            boolean sample,
            boolean chaos) {

        /** An empty desk without webhook, automatic agent or faults. */
        public static Options plain(Path data, String token) {
            return new Options(data, 0, token, null, null, null, false, false);
        }

        public Options withPort(int number) {
            return new Options(data, number, token, webhook, webhookToken, autoAgent, sample, chaos);
        }

        public Options withWebhook(URI address, String bearer) {
            return new Options(data, port, token, address, bearer, autoAgent, sample, chaos);
        }

        public Options withAutoAgent(Duration after) {
            return new Options(data, port, token, webhook, webhookToken, after, sample, chaos);
        }

        public Options withSample() {
            return new Options(data, port, token, webhook, webhookToken, autoAgent, true, chaos);
        }

        public Options withChaos() {
            return new Options(data, port, token, webhook, webhookToken, autoAgent, sample, true);
        }

        /** Without the tokens. */
        @Override
        public String toString() {
            return "desk in " + data;
        }
    }

    /** Starts a desk and returns when it serves. */
    public static DeskProcess start(Options options) throws IOException {
        Files.createDirectories(options.data());
        var log = options.data().resolve("desk.log");
        var builder =
                new ProcessBuilder(command(options)).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put(DeskArguments.TOKEN, options.token());
        if (options.webhookToken() != null) {
            builder.environment().put(DeskArguments.WEBHOOK_TOKEN, options.webhookToken());
        }
        var process = builder.start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = out.readLine();
        var ready = READY.matcher(line == null ? "" : line);
        if (!ready.matches()) {
            process.destroyForcibly();
            throw new IOException("the desk did not start, see " + log);
        }
        return new DeskProcess(process, URI.create(ready.group(1)));
    }

    private static List<String> command(Options options) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Desk.class.getName(),
                "--until-input-ends",
                "--data",
                options.data().toString(),
                "--port",
                Integer.toString(options.port())));
        if (options.webhook() != null) {
            command.addAll(List.of("--webhook", options.webhook().toString()));
        }
        if (options.autoAgent() != null) {
            command.addAll(
                    List.of("--auto-agent", Long.toString(options.autoAgent().toSeconds())));
        }
        if (options.sample()) {
            command.add("--sample");
        }
        if (options.chaos()) {
            command.add("--chaos");
        }
        return command;
    }

    /** Address of the agent's page. */
    public URI url() {
        return url;
    }

    /** Address of the contract, the portal's {@code portal.itsm.http.url}. */
    public URI connectorUrl() {
        return url.resolve(ConnectorApi.PATH);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it without warning (SIGKILL). */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it, within 5 s. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
