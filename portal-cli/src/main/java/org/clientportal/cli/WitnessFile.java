package org.clientportal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines about links and seals that were kept outside the portal: the file itself, or a log in which they stand. */
final class WitnessFile {

    private WitnessFile() {}

    static List<String> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("\"hash\":"))
                    // what a log writes before
                    .map(line -> line.substring(Math.max(0, line.indexOf('{'))))
                    .toList();
        } catch (IOException unreadable) {
            throw new Failure(Exit.FAILED, file + " cannot be read", unreadable);
        }
    }
}
