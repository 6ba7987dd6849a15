package org.clientportal.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of the admin API that the demo makes, as any administrator's tool would (docs/admin-api.md). */
final class AdminApiClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final String url;
    private final String issuer;
    private final String clientId;
    private final String clientSecret;

    AdminApiClient(String url, String issuer, String clientId, String clientSecret) {
        this.url = url;
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** Not for this person. */
    static final class Refused extends RuntimeException {
        Refused(String problem) {
            super(problem);
        }
    }

    /** Somebody the portal knows. */
    record User(String id, String name, String email, String kind, String organisation, boolean enabled) {}

    /** Whether the platform was read to its end once. */
    boolean complete() {
        return get("/sync").path("pull").path("complete").asBoolean(false);
    }

    List<User> users() {
        var users = new ArrayList<User>();
        var after = "";
        do {
            var page = get("/users?limit=200" + (after.isEmpty() ? "" : "&after=" + encoded(after)));
            page.path("items").forEach(item -> users.add(user(item)));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return users;
    }

    private static User user(JsonNode item) {
        return new User(
                item.path("id").asString(),
                item.path("name").asString(),
                item.path("email").asString(""),
                item.path("kind").asString(""),
                item.path("organisation").asString(""),
                item.path("access").path("enabled").asBoolean(false));
    }

    /** Opens the portal to somebody and returns the password that was set. */
    String enable(String id) {
        var request = HttpRequest.newBuilder(URI.create(url + "/users/" + encoded(id) + "/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"show\":true,\"permanent\":true}"));
        return send(request).path("password").asString();
    }

    /**
     * Gives a feature, or says no to it.
     *
     * @param subject {@code installation}, or somebody's address
     */
    void say(String subject, String feature, boolean granted) {
        send(HttpRequest.newBuilder(URI.create(url + "/access/lines"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"subject\":\"" + subject + "\",\"features\":[\"" + feature
                        + "\"],\"denied\":" + !granted + "}")));
    }

    /** Puts a request catalogue in force. */
    void applyCatalogue(String yaml) {
        var body = JsonMapper.shared().writeValueAsString(Map.of("source", yaml));
        send(HttpRequest.newBuilder(URI.create(url + "/catalogue"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    /** Opens the portal to somebody, who gets a password by mail. */
    void invite(String idOrEmail) {
        send(HttpRequest.newBuilder(URI.create(url + "/users/" + encoded(idOrEmail) + "/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        return answer(request.header("Authorization", "Bearer " + token()));
    }

    private String token() {
        var form = "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret="
                + encoded(clientSecret);
        return answer(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asString();
    }

    private JsonNode answer(HttpRequest.Builder builder) {
        var request = builder.timeout(Duration.ofSeconds(60)).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 409) {
                throw new Refused(answer.body());
            }
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException failed) {
            throw new IllegalStateException(request.uri() + " does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
