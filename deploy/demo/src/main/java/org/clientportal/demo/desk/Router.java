package org.clientportal.demo.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds who answers a request; turns refusals into problems. */
final class Router implements HttpHandler {

    private final JsonMapper json;
    private final List<Route> routes = new ArrayList<>();

    Router(JsonMapper json) {
        this.json = json;
    }

    /** Answers one kind of request. */
    interface Answer {
        void to(Call call) throws IOException;
    }

    private record Route(String method, List<String> pattern, Answer answer) {}

    /** Parts of a path in braces are variables. */
    Router on(String method, String path, Answer answer) {
        routes.add(new Route(method, List.of(path.split("/", -1)), answer));
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var parts = List.of(exchange.getRequestURI().getRawPath().split("/", -1));
            for (var route : routes) {
                var variables =
                        route.method().equals(exchange.getRequestMethod()) ? match(route.pattern(), parts) : null;
                if (variables != null) {
                    answer(route.answer(), new Call(exchange, variables, json));
                    return;
                }
            }
            new Call(exchange, Map.of(), json).problem(404, "about:blank", "No such address", null);
        }
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> parts) {
        if (pattern.size() != parts.size()) {
            return null;
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < parts.size(); i++) {
            var wanted = pattern.get(i);
            if (wanted.startsWith("{")) {
                variables.put(wanted.substring(1, wanted.length() - 1), Call.decode(parts.get(i)));
            } else if (!wanted.equals(parts.get(i))) {
                return null;
            }
        }
        return variables;
    }

    private static void answer(Answer answer, Call call) throws IOException {
        try {
            answer.to(call);
        } catch (Refusal e) {
            call.problem(e);
        } catch (JacksonException | IllegalArgumentException | NoSuchElementException e) {
            call.problem(new Refusal(Refusal.Kind.INVALID, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            System.err.println("desk: " + e);
            call.problem(500, "about:blank", "The desk failed", e.getClass().getSimpleName());
        }
    }
}
