package org.clientportal.keycloak;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without a screen that goes through Keycloak's own pages, as a person would. */
public final class SignIn {

    private static final String GO_ON = "a[href*=action-token]";
    private static final String VERIFIER = "v".repeat(64);

    private final HttpClient browser = HttpClient.newHttpClient();
    /** By path and name. Browsers send Secure cookies to the loopback interface without TLS, Java's own store does not. */
    private final Map<Kept, String> cookies = new HashMap<>();

    private record Kept(String path, String name) {}

    private final String issuer;
    private final String portalUrl;

    public SignIn(String issuer, String portalUrl) {
        this.issuer = issuer;
        this.portalUrl = portalUrl;
    }

    /** Where a sign-in ended: at the portal with a code, or on one of Keycloak's pages. */
    public record End(String url, Document page) {

        public boolean atPortal() {
            return url.contains("/login/oauth2/code/keycloak") && url.contains("code=");
        }

        /** Our page for whoever may not be linked. */
        boolean isStranger() {
            return page.selectFirst("a[href$=/access-request]") != null;
        }

        public boolean asksForNewPassword() {
            return page.selectFirst("input[name=password-new]") != null;
        }

        /** Whether there is anything to go on with. */
        boolean asksForAnything() {
            return asksForNewPassword() || page.selectFirst(GO_ON) != null;
        }

        public String text() {
            return page.body().text();
        }
    }

    public End with(String email, String password) {
        var page = get(authorisation());
        return post(page, "form[action*=login-actions/authenticate]", Map.of("username", email, "password", password));
    }

    /** By a button of the sign-in page, to somebody else's sign-in page, and back. */
    End through(String provider, String user, String password) {
        var page = get(authorisation());
        var button = page.page().selectFirst("#social-" + provider);
        if (button == null) {
            throw new IllegalStateException("no button for " + provider + " in: " + page.text());
        }
        var theirs = get(URI.create(page.url()).resolve(button.attr("href")).toString());
        return post(theirs, "form[action*=login-actions/authenticate]", Map.of("username", user, "password", password));
    }

    End chooses(End page, String password) {
        return post(
                page, "form[action*=required-action]", Map.of("password-new", password, "password-confirm", password));
    }

    /** Comes to Keycloak again: at the portal at once when the session goes on. */
    End again() {
        return get(authorisation());
    }

    /** Sets up a second factor with the key that the page shows. */
    End setsUp(End page, String code) {
        return post(
                page,
                "#kc-totp-settings-form",
                Map.of(
                        "totp",
                        code,
                        "userLabel",
                        "Telefon",
                        "totpSecret",
                        page.page().selectFirst("#totpSecret").attr("value")));
    }

    End enters(End page, String code) {
        return post(page, "#kc-otp-login-form", Map.of("otp", code));
    }

    /** Says "forgotten password" for an address. */
    End forgets(String email) {
        var page = get(authorisation());
        var link = page.page().selectFirst("a[href*=reset-credentials]");
        var reset = get(URI.create(page.url()).resolve(link.attr("href")).toString());
        return post(reset, "form[action*=reset-credentials]", Map.of("username", email));
    }

    /** Goes on from the page that a link from a mail opens. */
    End proceeds(End page) {
        var go = page.page().selectFirst(GO_ON);
        if (go == null) {
            throw new IllegalStateException("nothing to go on with in: " + page.text());
        }
        return get(URI.create(page.url()).resolve(go.attr("href")).toString());
    }

    End get(String url) {
        return follow(send(HttpRequest.newBuilder(URI.create(url))));
    }

    private End post(End page, String form, Map<String, String> fields) {
        var action =
                URI.create(page.url()).resolve(page.page().selectFirst(form).attr("action"));
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(send(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** Up to the portal, which is not there in these tests. */
    private End follow(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location");
        if (location.isEmpty()) {
            return new End(
                    answer.uri().toString(),
                    Jsoup.parse(answer.body(), answer.uri().toString()));
        }
        var next = answer.uri().resolve(location.get());
        return next.toString().startsWith(portalUrl)
                ? new End(next.toString(), new Document(""))
                : get(next.toString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var path = request.build().uri().getPath();
        var known = cookies.entrySet().stream()
                .filter(cookie -> path.startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!known.isEmpty()) {
            request.header("Cookie", known);
        }
        try {
            var answer = browser.send(request.build(), BodyHandlers.ofString());
            for (var header : answer.headers().allValues("Set-Cookie")) {
                HttpCookie.parse(header)
                        .forEach(cookie -> cookies.put(
                                new Kept(cookie.getPath() == null ? "/" : cookie.getPath(), cookie.getName()),
                                cookie.getValue()));
            }
            return answer;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String authorisation() {
        return issuer + "/protocol/openid-connect/auth?client_id=portal&response_type=code&scope=openid&state=s"
                + "&redirect_uri=" + encoded(portalUrl + "/login/oauth2/code/keycloak")
                + "&code_challenge_method=S256&code_challenge=" + challenge();
    }

    private static String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
