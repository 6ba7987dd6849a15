package org.clientportal.demo.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the desk is started.
 *
 * @param port 0 lets the system choose
 * @param data folder of the journal and the files
 * @param token bearer token that the portal sends; from the environment or a file, never an argument
 * @param webhook address of the portal that is woken after a change
 * @param webhookToken bearer token for it, from the environment
 * @param autoAgent after how long the automatic agent answers, null for never
 * @param sample whether an empty folder is filled with the sample firm
 * @param chaos whether faults may be ordered at {@code /chaos}
 * @param untilInputEnds whether the process ends with its standard input, that is with the parent that holds it
 */
record DeskArguments(
        int port,
        Path data,
        String token,
        @Nullable URI webhook,
        @Nullable String webhookToken,
        @Nullable Duration autoAgent,
        boolean sample,
        boolean chaos,
        boolean untilInputEnds) {

    static final String TOKEN = "DESK_TOKEN";
    static final String WEBHOOK_TOKEN = "DESK_WEBHOOK_TOKEN";
    static final String USAGE = """
            usage: desk --data DIR [--port N] [--token-file FILE] [--webhook URL] [--auto-agent SECONDS] [--sample] [--chaos] [--until-input-ends]
            The token of the portal comes from the variable DESK_TOKEN or from the file, the one for the webhook from DESK_WEBHOOK_TOKEN.""";

    static DeskArguments parse(List<String> args, Map<String, String> environment) {
        int port = 0;
        Path data = null;
        String token = environment.get(TOKEN);
        URI webhook = null;
        Duration autoAgent = null;
        boolean sample = false;
        boolean chaos = false;
        boolean untilInputEnds = false;
        var rest = args.iterator();
        while (rest.hasNext()) {
            var name = rest.next();
            switch (name) {
                case "--sample" -> sample = true;
                case "--chaos" -> chaos = true;
                case "--until-input-ends" -> untilInputEnds = true;
                default -> {
                    if (!rest.hasNext()) {
                        throw new IllegalArgumentException(name + " needs a value, or is not known\n" + USAGE);
                    }
                    var value = rest.next();
                    switch (name) {
                        case "--port" -> port = Integer.parseInt(value);
                        case "--data" -> data = Path.of(value);
                        case "--token-file" -> token = firstLine(Path.of(value));
                        case "--webhook" -> webhook = URI.create(value);
                        case "--auto-agent" -> autoAgent = Duration.ofSeconds(Long.parseLong(value));
                        default -> throw new IllegalArgumentException(name + " is not known\n" + USAGE);
                    }
                }
            }
        }
        if (data == null) {
            throw new IllegalArgumentException("--data is missing\n" + USAGE);
        }
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException("no token: set DESK_TOKEN or --token-file\n" + USAGE);
        }
        return new DeskArguments(
                port, data, token, webhook, environment.get(WEBHOOK_TOKEN), autoAgent, sample, chaos, untilInputEnds);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "desk in " + data;
    }
}
