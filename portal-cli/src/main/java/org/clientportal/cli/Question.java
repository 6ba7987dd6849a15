package org.clientportal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks before something that hurts, when somebody is there to answer. */
final class Question {

    private final Screen screen;

    Question(Screen screen) {
        this.screen = screen;
    }

    /** Returns when it may go on; a script, which cannot answer, is not asked. */
    void confirm(String question) {
        if (!screen.typing()) {
            return;
        }
        screen.err().print(question + " [y/N] ");
        screen.err().flush();
        try {
            var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                throw new Failure(Exit.FAILED, "nothing was done");
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "nothing was done: the answer cannot be read", e);
        }
    }

    /**
     * Something that must be in no argument, no history and on no screen: from a file, typed unseen, or the first line of
     * standard input.
     */
    String secret(String what, @Nullable String file) {
        var secret = read(what, file);
        if (secret == null || secret.isBlank()) {
            throw Failure.usage(what + " is missing");
        }
        return secret.strip();
    }

    private @Nullable String read(String what, @Nullable String file) {
        try {
            if (file != null) {
                return Files.readString(Path.of(file));
            }
            var console = System.console();
            if (screen.typing() && console != null) {
                var typed = console.readPassword("%s: ", what);
                return typed == null ? null : new String(typed);
            }
            return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the secret cannot be read", e);
        }
    }
}
