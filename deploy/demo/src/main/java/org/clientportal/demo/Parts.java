package org.clientportal.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** The parts of a demo: started side by side with one line each, taken down in the opposite order. */
final class Parts implements AutoCloseable {

    private final PrintStream out;
    private final Executor threads = task -> Thread.ofVirtual().start(task);
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closing;

    Parts(PrintStream out) {
        this.out = out;
    }

    /** Starts a part in the background and says when it is there. */
    <T extends AutoCloseable> CompletableFuture<T> start(String name, Callable<T> start) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var began = Instant.now();
                    var part = called(name, start);
                    keep(part);
                    say(name, began);
                    return part;
                },
                threads);
    }

    private static <T> T called(String name, Callable<T> start) {
        try {
            return start.call();
        } catch (PartFailed | CompletionException known) {
            throw known;
        } catch (Exception failed) {
            throw new PartFailed(name, String.valueOf(failed.getMessage()), "");
        }
    }

    private synchronized void keep(AutoCloseable part) {
        if (closing) {
            end(part);
            throw new IllegalStateException("the demo is ending");
        }
        running.push(part);
    }

    private synchronized void say(String name, Instant began) {
        var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "  %-14s ready after %.1f s%n", name, seconds);
    }

    @Override
    public void close() {
        Deque<AutoCloseable> ending;
        synchronized (this) {
            closing = true;
            ending = new ArrayDeque<>(running);
            running.clear();
        }
        ending.forEach(Parts::end);
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            System.err.println("  " + failed.getMessage());
        }
    }
}
