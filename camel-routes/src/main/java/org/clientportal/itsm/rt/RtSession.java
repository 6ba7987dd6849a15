package org.clientportal.itsm.rt;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.clientportal.itsm.ItsmUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * The account's session with RT, and what passes over the wire in it. RT takes the password with each request too, but then
 * spends a quarter of a second on checking it.
 */
class RtSession {

    /** Files of articles come as what they are. */
    private static final MediaType FILES = MediaType.parseMediaType("*/*;q=0.1");

    private final RtSettings settings;
    private final RestClient http;
    private final ReentrantLock signingIn = new ReentrantLock();
    private volatile String cookie = "";

    RtSession(RtSettings settings) {
        this.settings = settings;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER) // to its login page is how RT says that a session is over
                .connectTimeout(settings.connectLimit())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build());
        requests.setReadTimeout(settings.requestLimit());
        this.http = RestClient.builder()
                .baseUrl(settings.url().toString().replaceFirst("/+$", ""))
                .requestFactory(requests)
                .build();
    }

    /** A request, whose body can be sent again, and what is made of its answer. */
    interface Exchange<T> {
        T with(ClientHttpResponse response) throws IOException;
    }

    /** Signs in when there is no session, and once more when RT has forgotten it. */
    <T> T send(
            HttpMethod method,
            String path,
            StreamingHttpOutputMessage.@Nullable Body body,
            Exchange<T> exchange,
            Object... variables) {
        var before = cookie;
        Optional<T> result = before.isEmpty() ? Optional.empty() : once(method, path, body, exchange, variables);
        if (result.isEmpty()) {
            signIn(before);
            result = once(method, path, body, exchange, variables);
        }
        return result.orElseThrow(() -> {
            cookie = "";
            return new ItsmUnavailable(settings + " refuses the account", true);
        });
    }

    /** Empty when RT asks to sign in; it has then done nothing. */
    private <T> Optional<T> once(
            HttpMethod method,
            String path,
            StreamingHttpOutputMessage.@Nullable Body body,
            Exchange<T> exchange,
            Object... variables) {
        var request = http.method(method)
                .uri("/REST/2.0" + path, variables)
                .header(HttpHeaders.COOKIE, cookie)
                .accept(MediaType.APPLICATION_JSON, FILES);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return perform(request, response -> {
            var status = response.getStatusCode();
            return status.value() == 401 || status.is3xxRedirection()
                    ? Optional.empty()
                    : Optional.of(exchange.with(response));
        });
    }

    private void signIn(String forgotten) {
        signingIn.lock();
        try {
            if (!cookie.equals(forgotten)) {
                return; // another thread was faster
            }
            var form = new LinkedMultiValueMap<String, String>();
            form.add("user", settings.user());
            form.add("pass", settings.password());
            var request = http.post()
                    .uri("/NoAuth/Login.html")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form);
            cookie = perform(
                    request,
                    response -> response.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream()
                            .map(each -> each.split(";", 2)[0])
                            .filter(each -> each.startsWith("RT_SID"))
                            .reduce("", (older, newer) -> newer));
            if (cookie.isEmpty()) {
                throw new ItsmUnavailable(settings + " gives no session", false);
            }
        } finally {
            signingIn.unlock();
        }
    }

    private static <T> T perform(RestClient.RequestHeadersSpec<?> request, Exchange<T> exchange) {
        try {
            return request.exchangeForRequiredValue((sent, response) -> exchange.with(response), true);
        } catch (ResourceAccessException e) {
            var cause = e.getCause();
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                throw ItsmUnavailable.notSent("RT is not reached", e);
            }
            throw new ItsmUnavailable("no answer of RT", e);
        }
    }
}
