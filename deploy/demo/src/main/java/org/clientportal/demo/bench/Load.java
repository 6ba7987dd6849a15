package org.clientportal.demo.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Asks for pages over a number of connections that stay open, each asking again when it has its answer. As light as can be,
 * since it works on the same cores as what it measures.
 */
final class Load {

    private final URI server;
    private final List<PagesScene.Visit> visits;
    private final int connections;

    private Load(URI server, List<PagesScene.Visit> visits, int connections) {
        this.server = server;
        this.visits = visits;
        this.connections = connections;
    }

    static Load of(URI server, List<PagesScene.Visit> visits, int connections) {
        return new Load(server, visits, connections);
    }

    /** @param sortedMs what each page took */
    @SuppressWarnings("ArrayRecordComponent")
    record Slice(double seconds, double[] sortedMs) {

        int pages() {
            return sortedMs.length;
        }

        double perSecond() {
            return sortedMs.length / seconds;
        }

        double at(double share) {
            return sortedMs[Math.min(sortedMs.length - 1, (int) (sortedMs.length * share))];
        }
    }

    Slice during(Duration time) {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var began = System.nanoTime();
            var end = began + time.toNanos();
            var tasks = new ArrayList<Callable<double[]>>();
            for (int number = 0; number < connections; number++) {
                var first = number;
                tasks.add(() -> ask(first, end));
            }
            var all = threads.invokeAll(tasks);
            var seconds = (System.nanoTime() - began) / 1e9;
            var took = new ArrayList<double[]>();
            for (var one : all) {
                took.add(one.get());
            }
            var sorted = took.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            return new Slice(seconds, sorted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(String.valueOf(failed.getCause()), failed);
        }
    }

    private double[] ask(int first, long end) {
        var took = new double[1 << 16];
        var count = 0;
        var turn = first;
        try {
            while (System.nanoTime() < end && count < took.length) {
                // a server ends a connection after a number of answers; a browser then opens another
                try (var socket = new Socket(server.getHost(), server.getPort())) {
                    socket.setTcpNoDelay(true);
                    var out = socket.getOutputStream();
                    var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                    var answered = 0;
                    for (var open = true; open && System.nanoTime() < end && count < took.length; turn += connections) {
                        var visit = visits.get(turn % visits.size());
                        var began = System.nanoTime();
                        out.write(request(visit));
                        try {
                            open = read(in, visit).goesOn();
                        } catch (Ended ended) {
                            if (answered == 0) {
                                throw new IOException(server + visit.path() + ": " + ended.getMessage(), ended);
                            }
                            break; // between two requests a server may go without a word; the next connection asks
                        }
                        answered++;
                        took[count++] = (System.nanoTime() - began) / 1e6;
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Arrays.copyOf(took, count);
    }

    private byte[] request(PagesScene.Visit visit) {
        return ("GET " + visit.path() + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nCookie: " + visit.cookie()
                        + "\r\nAccept: text/html\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param goesOn whether the server takes another request on this connection */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(byte[] body, boolean goesOn) {}

    /** The server ended the connection instead of answering. */
    private static final class Ended extends IOException {
        Ended() {
            super("the connection was ended");
        }
    }

    /** One answer to its end; anything but a page is a mistake of the measurement. */
    static Answer read(InputStream in, PagesScene.Visit visit) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(visit.path() + " answered " + status);
        }
        var length = -1;
        var goesOn = true;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        if (length >= 0) {
            return new Answer(in.readNBytes(length), goesOn);
        }
        var body = new java.io.ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return new Answer(body.toByteArray(), goesOn);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new Ended();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
