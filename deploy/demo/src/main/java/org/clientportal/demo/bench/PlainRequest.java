package org.clientportal.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The baseline of the command line: the same requests as {@code portal user show}, by the JDK alone. With a token in
 * {@code BENCH_TOKEN} only the last of them; prints the answer, or with the argument {@code token} the token.
 */
final class PlainRequest {

    private PlainRequest() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var api = System.getenv("BENCH_API");
        var kept = System.getenv("BENCH_TOKEN");
        var token = kept == null ? fetch(http, api) : kept;
        if (arguments[0].equals("token")) {
            System.out.println(token);
            return;
        }
        System.out.println(http.send(
                        HttpRequest.newBuilder(URI.create(api + "/users/" + arguments[0]))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private static String fetch(HttpClient http, String api) throws IOException, InterruptedException {
        var endpoint = value(
                http.send(
                                HttpRequest.newBuilder(URI.create(api + "/token-endpoint"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body(),
                "tokenEndpoint");
        var login = System.getenv("BENCH_CLIENT") + ":" + System.getenv("BENCH_SECRET");
        var request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return value(http.send(request, BodyHandlers.ofString()).body(), "access_token");
    }

    private static String value(String json, String name) {
        var from = json.indexOf('"', json.indexOf(':', json.indexOf('"' + name + '"'))) + 1;
        return json.substring(from, json.indexOf('"', from));
    }
}
