package org.clientportal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;

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
}
