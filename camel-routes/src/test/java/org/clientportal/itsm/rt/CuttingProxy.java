package org.clientportal.itsm.rt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Stands before a real RT and cuts one exchange, or holds it, at a chosen moment. */
public class CuttingProxy implements AutoCloseable {

    /** When the connection is cut; a held one goes on from there. */
    public enum Moment {
        BEFORE_RT_HAS_IT,
        AFTER_RT_ACTED,
        /** At once, while RT goes on with what it has. */
        WHILE_RT_GOES_ON
    }

    private final URI rt;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Order> order = new AtomicReference<>();
    private volatile CompletableFuture<?> goingOn = CompletableFuture.completedFuture(null);

    private record Order(Moment moment, Predicate<HttpExchange> which, Held held) {}

    /** An exchange that stands still until it is let go. */
    public static class Held {

        private final CompletableFuture<Void> reached = new CompletableFuture<>();
        private final CompletableFuture<Void> free = new CompletableFuture<>();

        /** Whether the client has sent all of it and waits. */
        public boolean isReached() {
            return reached.isDone();
        }

        /** The client may be gone by then. */
        public void letGo() {
            free.complete(null);
        }

        private void stand() {
            reached.complete(null);
            free.join();
        }
    }

    public CuttingProxy(URI rt) throws IOException {
        this.rt = rt;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The first exchange that is meant, and no other. */
    void cutOnce(Moment when, Predicate<HttpExchange> which) {
        order.set(new Order(when, which, null));
    }

    /** Holds the first exchange that is meant before RT has it, or when RT has acted. */
    public Held holdOnce(Moment when, Predicate<HttpExchange> which) {
        var held = new Held();
        order.set(new Order(when, which, held));
        return held;
    }

    /** Returns when RT has finished what it was left with. */
    public void awaitRt() {
        goingOn.join();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var meant = order.get();
        if (meant == null || !meant.which().test(exchange) || !order.compareAndSet(meant, null)) {
            answer(exchange, send(exchange, body).join());
        } else if (meant.held() == null) {
            cut(exchange, body, meant.moment());
        } else {
            hold(exchange, body, meant);
        }
    }

    private void cut(HttpExchange exchange, byte[] body, Moment moment) {
        if (moment != Moment.BEFORE_RT_HAS_IT) {
            goingOn = send(exchange, body);
        }
        if (moment == Moment.AFTER_RT_ACTED) {
            awaitRt();
        }
        exchange.close(); // no status line was sent: the client sees the connection end
    }

    private void hold(HttpExchange exchange, byte[] body, Order meant) throws IOException {
        var sent = new CompletableFuture<HttpResponse<byte[]>>();
        goingOn = sent;
        if (meant.moment() == Moment.BEFORE_RT_HAS_IT) {
            meant.held().stand();
        }
        sent.complete(send(exchange, body).join());
        if (meant.moment() == Moment.AFTER_RT_ACTED) {
            meant.held().stand();
        }
        answer(exchange, sent.join());
    }

    private CompletableFuture<HttpResponse<byte[]>> send(HttpExchange exchange, byte[] body) {
        var request = HttpRequest.newBuilder(rt.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (var name : List.of("Cookie", "Content-Type", "Accept")) {
            exchange.getRequestHeaders().getOrDefault(name, List.of()).forEach(value -> request.header(name, value));
        }
        return http.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        for (var name : List.of("Content-Type", "Location", "Set-Cookie")) {
            answer.headers()
                    .allValues(name)
                    .forEach(value -> exchange.getResponseHeaders().add(name, value));
        }
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        try {
            goingOn.join();
        } catch (CompletionException e) {
            // what RT made of it is asked by the test
        }
        server.stop(0);
        http.close();
    }
}
