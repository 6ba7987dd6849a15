package org.clientportal.portal.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.clientportal.portal.access.Viewer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open streams of this node, by the scopes their viewers look through. */
@Component
class Streams {

    /** A stream ends after this time and the browser opens a new one, with its rights read afresh. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final long HEARTBEAT_MS = 20_000;

    private final Map<String, Set<SseEmitter>> byScope = new ConcurrentHashMap<>();

    SseEmitter open(Viewer viewer) {
        var stream = new SseEmitter(LIFETIME.toMillis());
        // whoever sees no ticket is still told when that changes
        var scopes = Stream.concat(Stream.of(viewer.ownScope()), viewer.scopes().stream())
                .distinct()
                .toList();
        Runnable forget = () -> forget(scopes, stream);
        stream.onCompletion(forget);
        stream.onTimeout(stream::complete);
        stream.onError(error -> forget.run());
        scopes.forEach(scope -> byScope.computeIfAbsent(scope, key -> ConcurrentHashMap.newKeySet())
                .add(stream));
        send(stream, SseEmitter.event().name("open").data("").reconnectTime(2_000));
        return stream;
    }

    void send(Hints.Hint hint) {
        var event = Map.of("kind", hint.kind(), "id", hint.id());
        var told = hint.scope().equals(Hints.EVERYBODY)
                ? all()
                : List.copyOf(byScope.getOrDefault(hint.scope(), Set.of()));
        told.forEach(stream -> send(stream, SseEmitter.event().name("hint").data(event)));
        if (hint.kind().equals(Hints.RIGHTS)) {
            // the browser comes again, with its rights read afresh
            told.forEach(SseEmitter::complete);
        }
    }

    void refreshAll() {
        all().forEach(stream -> send(stream, SseEmitter.event().name("hint").data(Map.of("kind", "all", "id", ""))));
    }

    @Scheduled(fixedRate = HEARTBEAT_MS)
    void beat() {
        all().forEach(stream -> send(stream, SseEmitter.event().comment("")));
    }

    void completeAll() {
        all().forEach(SseEmitter::complete);
    }

    private List<SseEmitter> all() {
        return byScope.values().stream().flatMap(Set::stream).distinct().toList();
    }

    private void forget(List<String> scopes, SseEmitter stream) {
        scopes.forEach(scope -> byScope.computeIfPresent(scope, (key, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        }));
    }

    private static void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            stream.completeWithError(gone);
        }
    }
}
