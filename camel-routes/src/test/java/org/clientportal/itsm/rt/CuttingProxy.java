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
import java.util.function.Predicate;

/** Stands between the connector and a real RT and cuts one exchange, at a chosen moment. */
class CuttingProxy implements AutoCloseable {

    /** When the connection is cut. */
    enum Moment {
        BEFORE_RT_HAS_IT,
        AFTER_RT_ACTED,
        /** At once, while RT goes on with what it has. */
        WHILE_RT_GOES_ON
    }

    private final URI rt;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile Predicate<HttpExchange> cut = exchange -> false;
    private volatile Moment moment = Moment.BEFORE_RT_HAS_IT;
    private volatile CompletableFuture<?> goingOn = CompletableFuture.completedFuture(null);

    CuttingProxy(URI rt) throws IOException {
        this.rt = rt;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The first exchange that is meant, and no other. */
    void cutOnce(Moment when, Predicate<HttpExchange> which) {
        moment = when;
        cut = which;
    }

    /** Returns when RT has finished what it was left with. */
    void awaitRt() {
        goingOn.join();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (!cut.test(exchange)) {
            answer(exchange, send(exchange, body).join());
            return;
        }
        cut = other -> false;
        if (moment != Moment.BEFORE_RT_HAS_IT) {
            goingOn = send(exchange, body);
        }
        if (moment == Moment.AFTER_RT_ACTED) {
            awaitRt();
        }
        exchange.close(); // no status line was sent: the client sees the connection end
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
