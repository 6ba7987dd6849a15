package org.clientportal.demo.desk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Wakes the portal after changes, at most every 100 ms, without waiting or repeating. */
final class Webhook implements AutoCloseable {

    private final HttpRequest request;
    private final HttpClient http;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook").factory());

    Webhook(URI address, @Nullable String token) {
        var draft = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(2))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (token != null) {
            draft.header("Authorization", "Bearer " + token);
        }
        this.request = draft.build();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
    }

    void wake() {
        if (due.compareAndSet(false, true)) {
            var scheduled = later.schedule(this::send, 100, TimeUnit.MILLISECONDS);
            if (scheduled.isCancelled()) {
                due.set(false);
            }
        }
    }

    private void send() {
        due.set(false);
        var sent = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        sent.whenComplete((answer, failure) -> {
            // only a hint: the portal polls as well
        });
    }

    @Override
    public void close() {
        later.shutdownNow();
        http.shutdownNow();
    }
}
