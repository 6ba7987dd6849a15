package org.clientportal.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.clientportal.portal.access.SignInSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.json.JsonMapper;

/** Only Keycloak ends sessions, only ours, only by a token made for that (OpenID Connect Back-Channel Logout 1.0, 2.6). */
class LogoutTokensTests {

    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private KeyPair key;
    private HttpServer keys;
    private LogoutTokens tokens;
    private String issuer = "";

    @BeforeEach
    void begin() throws IOException, NoSuchAlgorithmException {
        key = keyPair();
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var published = (RSAPublicKey) key.getPublic();
        var body = """
                {"keys":[{"kty":"RSA","kid":"k1","use":"sig","alg":"RS256","n":"%s","e":"%s"}]}""".formatted(number(published.getModulus()), number(published.getPublicExponent()))
                .getBytes(StandardCharsets.UTF_8);
        keys.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.start();
        issuer = "http://localhost:" + keys.getAddress().getPort() + "/realms/portal";
        tokens = LogoutTokens.of(new SignInSettings(
                URI.create(issuer), null, "portal", "x", Duration.ofMinutes(30), Duration.ofHours(12)));
    }

    @AfterEach
    void end() {
        keys.stop(0);
    }

    private static KeyPair keyPair() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private Map<String, Object> claims() {
        var now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss", issuer, "aud", "portal", "sub", "kc-anna", "iat", now, "exp", now + 60, "sid", "sid-1", "events",
                EVENTS));
    }

    private Map<String, Object> claims(String name, Object value) {
        var claims = claims();
        claims.put(name, value);
        return claims;
    }

    private static String signed(Map<String, Object> claims, KeyPair with, String type)
            throws GeneralSecurityException {
        var text = part(Map.of("alg", "RS256", "kid", "k1", "typ", type)) + "." + part(claims);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(with.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String part(Map<String, Object> json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsBytes(json));
    }

    @Test
    void aTokenOfKeycloakNamesTheSession() throws GeneralSecurityException {
        var told = tokens.read(signed(claims(), key, "logout+jwt"));
        assertThat(told.sid()).isEqualTo("sid-1");
        assertThat(told.subject()).isEqualTo("kc-anna");
    }

    @Test
    void everyOtherTokenIsRefused() throws GeneralSecurityException {
        refused(signed(claims(), keyPair(), "logout+jwt"));
        refused(signed(claims("iss", "http://evil.example/realms/portal"), key, "logout+jwt"));
        refused(signed(claims("aud", "another-client"), key, "logout+jwt"));
        refused(signed(claims("events", Map.of()), key, "logout+jwt"));
        // an id token has a nonce and no event
        refused(signed(claims("nonce", "n"), key, "JWT"));
        refused(signed(claims("exp", Instant.now().minusSeconds(600).getEpochSecond()), key, "logout+jwt"));
        refused("garbage");
        refused("");
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(JwtException.class);
    }
}
