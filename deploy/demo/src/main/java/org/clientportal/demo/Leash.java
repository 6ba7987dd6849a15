package org.clientportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Takes the other processes down when this one dies without a word (SIGKILL): a shell that reads what to hold from a pipe,
 * and lets go of nothing but at its end.
 */
public final class Leash implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            held=''
            while read -r word pid; do
              case "$word" in
                hold) held="$held $pid" ;;
                free) held=$(for p in $held; do [ "$p" = "$pid" ] || printf ' %s' "$p"; done) ;;
              esac
            done
            for p in $held; do kill -TERM "$p" 2>/dev/null; done
            for i in 1 2 3 4 5 6 7 8 9 10; do
              left=''
              for p in $held; do kill -0 "$p" 2>/dev/null && left="$left $p"; done
              [ -z "$left" ] && break
              sleep 1
            done
            for p in $left; do kill -KILL "$p" 2>/dev/null; done
            rm -rf "$1"
            """;

    private final Process shell;

    /** @param run the folder of this run, removed at the end */
    public Leash(Path run) {
        try {
            shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "leash", run.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Holds a process that was just started; without a hold it does not live on. */
    Leash hold(Process process) {
        try {
            hold(process.pid());
            return this;
        } catch (UncheckedIOException closing) {
            process.destroyForcibly();
            throw closing;
        }
    }

    void hold(long pid) {
        say("hold " + pid);
    }

    void free(long pid) {
        if (shell.isAlive()) {
            say("free " + pid);
        }
    }

    private synchronized void say(String line) {
        try {
            shell.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            shell.getOutputStream().flush();
        } catch (IOException broken) {
            throw new UncheckedIOException("the demo is ending", broken);
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException | InterruptedException stopped) {
            shell.destroy();
        }
    }
}
