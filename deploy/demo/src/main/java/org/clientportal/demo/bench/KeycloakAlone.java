package org.clientportal.demo.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.clientportal.demo.Secrets;
import org.clientportal.demo.keycloak.KeycloakPlace;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The calls that a new login costs, by themselves: is there one with the mark, make it, set its password. */
final class KeycloakAlone implements AutoCloseable {

    private final Keycloak keycloak;

    KeycloakAlone(KeycloakPlace place) {
        keycloak = KeycloakBuilder.builder()
                .serverUrl(place.url().toString())
                .realm("portal")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId("portal-sync")
                .clientSecret(place.secret("portal-sync"))
                .build();
    }

    static String email(String person) {
        return person + "@oriale.example";
    }

    void make(List<String> people, int workers) {
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var made = people.stream()
                    .map(person -> threads.submit(() -> make(person)))
                    .toList();
            for (var each : made) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Keycloak refused a login", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private void make(String person) {
        var users = keycloak.realm("portal").users();
        users.searchByAttributes(0, 2, null, true, false, "portal_person:\"" + person + "\"");
        var user = new UserRepresentation();
        user.setUsername(email(person));
        user.setEmail(email(person));
        user.setEmailVerified(true);
        user.setFirstName("Osoba");
        user.setLastName(person);
        user.setEnabled(true);
        user.setAttributes(Map.of("portal_person", List.of(person), "locale", List.of("pl")));
        try (var answer = users.create(user)) {
            var password = new CredentialRepresentation();
            password.setType(CredentialRepresentation.PASSWORD);
            password.setValue(Secrets.next());
            password.setTemporary(true);
            users.get(CreatedResponseUtil.getCreatedId(answer)).resetPassword(password);
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
