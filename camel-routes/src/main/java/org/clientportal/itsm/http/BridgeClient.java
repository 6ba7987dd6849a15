package org.clientportal.itsm.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Speaks HTTP with the bridge and turns every outcome into a value, {@link ItsmRejected} or {@link ItsmUnavailable}. */
class BridgeClient {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule().addDeserializer(String.class, new WithoutNul()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private final RestClient calls;
    private final RestClient files;

    BridgeClient(HttpSettings settings) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.calls = client(http, settings, settings.requestTimeout());
        this.files = client(http, settings, settings.fileTimeout());
    }

    private static RestClient client(HttpClient http, HttpSettings settings, Duration timeout) {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(timeout);
        return RestClient.builder()
                .baseUrl(settings.url().toString().replaceFirst("/+$", ""))
                .defaultHeaders(headers -> headers.setBearerAuth(settings.token()))
                .requestFactory(requests)
                .build();
    }

    /** A question; empty when the bridge answers with the problem {@code absent}. */
    <T> Optional<T> get(Class<T> type, String absent, String path, Object... variables) {
        return answer(calls.method(HttpMethod.GET).uri(path, variables), type, absent);
    }

    <T> T put(Class<T> type, Object body, String path, Object... variables) {
        var request = calls.method(HttpMethod.PUT)
                .uri(path, variables)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
        return answer(request, type, "").orElseThrow();
    }

    /** Sends bytes that have no effect yet; so no failure here means that anything happened. */
    void upload(StreamingHttpOutputMessage.Body bytes, long size, String path, Object... variables) {
        try {
            perform(
                    files.method(HttpMethod.PUT)
                            .uri(path, variables)
                            .contentType(MediaType.APPLICATION_OCTET_STREAM)
                            .contentLength(size)
                            .body(bytes),
                    response -> {
                        if (!response.getStatusCode().is2xxSuccessful()) {
                            throw failure(response, problem(response));
                        }
                        return true;
                    });
        } catch (ItsmUnavailable e) {
            throw e.alarm() ? e : ItsmUnavailable.notSent("file not taken: " + e.getMessage(), e);
        }
    }

    /** Bytes of the bridge; empty when it has no such file. */
    Optional<InputStream> open(String path, Object... variables) {
        var request = files.method(HttpMethod.GET).uri(path, variables);
        return perform(request, response -> {
            if (response.getStatusCode().value() == 200) {
                return Optional.of(closing(response));
            }
            try (response) {
                var problem = problem(response);
                if (problem.name().equals("not-found")) {
                    return Optional.empty();
                }
                throw failure(response, problem);
            }
        });
    }

    private static InputStream closing(ClientHttpResponse response) throws IOException {
        return new FilterInputStream(response.getBody()) {
            @Override
            public void close() throws IOException {
                try (response) {
                    super.close();
                }
            }
        };
    }

    private <T> Optional<T> answer(RequestBodySpec request, Class<T> type, String absent) {
        return perform(request, response -> {
            try (response) {
                if (response.getStatusCode().value() == 200) {
                    return Optional.of(read(response, type));
                }
                var problem = problem(response);
                if (!absent.isEmpty() && problem.name().equals(absent)) {
                    return Optional.empty();
                }
                throw failure(response, problem);
            }
        });
    }

    private <T> T read(ClientHttpResponse response, Class<T> type) throws IOException {
        try {
            var value = json.readValue(response.getBody().readAllBytes(), type);
            Completeness.require(value);
            return value;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ItsmUnavailable("answer against the contract: " + e.getMessage(), true);
        }
    }

    private Problem problem(ClientHttpResponse response) throws IOException {
        var type = response.getHeaders().getContentType();
        if (type == null || !MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(type)) {
            return Problem.NONE;
        }
        try {
            return json.readValue(response.getBody().readNBytes(64_000), Problem.class);
        } catch (JacksonException e) {
            return Problem.NONE;
        }
    }

    private static RuntimeException failure(ClientHttpResponse response, Problem problem) throws IOException {
        var status = response.getStatusCode().value();
        var reason = problem.reason();
        if (reason != null) {
            return new ItsmRejected(reason, problem.words());
        }
        if (problem.name().equals("unknown-cursor")) {
            return new UnknownCursor();
        }
        var undecided = problem.name().equals("in-progress") || problem.name().equals("files-missing");
        return new ItsmUnavailable(
                ("bridge answered " + status + " " + problem.words()).strip(), status < 500 && !undecided);
    }

    private static <T> T perform(RequestBodySpec request, Exchange<T> exchange) {
        try {
            return request.exchangeForRequiredValue((sent, response) -> exchange.with(response), false);
        } catch (ResourceAccessException e) {
            var cause = e.getCause();
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                throw ItsmUnavailable.notSent("bridge not reached", e);
            }
            throw new ItsmUnavailable("no answer of the bridge", e);
        }
    }

    private interface Exchange<T> {
        T with(ClientHttpResponse response) throws IOException;
    }

    /** Databases cannot hold U+0000; one such letter in one ticket must not stop the feed. */
    private static class WithoutNul extends StdScalarDeserializer<String> {

        WithoutNul() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return StringDeserializer.instance.deserialize(parser, context).replace('\0', '\uFFFD');
        }
    }

    /** The bridge cannot go on from a cursor. */
    static class UnknownCursor extends ItsmUnavailable {
        UnknownCursor() {
            super("bridge cannot go on from the cursor", true);
        }
    }
}
