package org.clientportal.demo.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Map;

/** The open connector contract, {@code docs/connector-api.yaml}. */
final class ConnectorApi {

    static final String PATH = "/connector/v1";

    private static final String KEY = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final byte[] expected;
    private final Register register;
    private final Submissions submissions;
    private final DeskFiles files;
    private final Chaos chaos;

    ConnectorApi(String token, Register register, Submissions submissions, DeskFiles files, Chaos chaos) {
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.register = register;
        this.submissions = submissions;
        this.files = files;
        this.chaos = chaos;
    }

    void serve(Router router, boolean withChaos) {
        on(router, "GET", "/check", this::check);
        on(router, "GET", "/catalogue", call -> call.json(DeskCatalogue.LISTS));
        on(router, "GET", "/changes", this::changes);
        on(router, "GET", "/tickets/{ticketId}", this::ticket);
        on(router, "GET", "/files/{fileId}", this::file);
        on(router, "PUT", "/submissions/{requestKey}/files/{index}", this::upload);
        on(router, "PUT", "/submissions/{requestKey}", this::submit);
        on(router, "GET", "/submissions/{requestKey}", this::submission);
        if (withChaos) {
            router.on(
                    "PUT",
                    "/chaos",
                    call -> authorised(call, c -> {
                        chaos.order(c.body(Chaos.Faults.class));
                        c.done();
                    }));
            router.on("GET", "/chaos", call -> authorised(call, c -> c.json(chaos.ordered())));
        }
    }

    private void on(Router router, String method, String path, Router.Answer answer) {
        router.on(
                method,
                PATH + path,
                call -> authorised(call, c -> {
                    if (chaos.ordered().down()) {
                        c.problem(503, "about:blank", "Service Unavailable", "ordered at /chaos");
                    } else {
                        answer.to(c);
                    }
                }));
    }

    private void authorised(Call call, Router.Answer answer) throws IOException {
        var given = call.header("Authorization");
        if (given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            answer.to(call);
        } else {
            call.set("WWW-Authenticate", "Bearer");
            call.problem(401, "about:blank", "Unauthorized", null);
        }
    }

    private void check(Call call) throws IOException {
        int tickets = register.read(view -> view.tickets().size());
        call.json(Map.of(
                "ok",
                true,
                "summary",
                "Reference desk, " + tickets + " tickets",
                "advice",
                "",
                "requestLimitSeconds",
                60));
    }

    private void changes(Call call) throws IOException {
        int limit = call.query("limit").map(Integer::parseInt).orElse(100);
        call.json(register.changes(call.query("cursor").orElse(null), Math.clamp(limit, 1, 500)));
    }

    private void ticket(Call call) throws IOException {
        var id = call.path("ticketId");
        call.json(register.read(view -> view.ticket(id))
                .map(DeskTicket::published)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "ticket " + id)));
    }

    private void file(Call call) throws IOException {
        var id = call.path("fileId");
        var path = files.find(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "file " + id));
        try (var in = Files.newInputStream(path)) {
            call.stream("application/octet-stream", Files.size(path), in);
        }
    }

    private void upload(Call call) throws IOException {
        var key = key(call);
        int index = Integer.parseInt(call.path("index"));
        if (index < 0 || index > 19) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "The desk takes 20 files at once.");
        }
        if (submissions.find(key).isEmpty()) {
            try {
                files.put(DeskFiles.id(key, index), call.body());
            } catch (Refusal e) {
                call.body().skip(4 * DeskFiles.LIMIT); // so that the answer is read and not lost in a broken pipe
                throw e;
            }
        }
        call.done();
    }

    private void submit(Call call) throws IOException {
        var key = key(call);
        var body = call.body(Submissions.Body.class);
        chaos.around(call, key, () -> {
            var delivered = chaos.isForgetful() ? submissions.takeAnyway(key, body) : submissions.take(key, body);
            return answered -> answered.json(delivered);
        });
    }

    private void submission(Call call) throws IOException {
        var key = key(call);
        if (chaos.isUnderWay(key)) {
            throw new Refusal(Refusal.Kind.IN_PROGRESS, "");
        }
        call.json(submissions.find(key).orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN_SUBMISSION, "")));
    }

    private static String key(Call call) {
        var key = call.path("requestKey");
        if (!key.matches(KEY)) {
            throw new Refusal(Refusal.Kind.INVALID, "a request key is a UUID in lower case");
        }
        return key;
    }
}
