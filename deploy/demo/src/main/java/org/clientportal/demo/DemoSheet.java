package org.clientportal.demo;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the demo tells: where its parts are and how to get in. Its JSON names are fixed. */
public record DemoSheet(
        String portalUrl,
        String deskUrl,
        String keycloakUrl,
        int smtpPort,
        int imapPort,
        Mailbox mailbox,
        String mailPassword,
        AdminApi adminApi,
        List<Person> people,
        Pids pids) {

    /** The support mailbox, from which mail becomes tickets. */
    public record Mailbox(String address, String user, String password) {}

    /** How the command line gets in. */
    public record AdminApi(String url, String clientId, String clientSecret) {}

    /**
     * Somebody of the sample firms.
     *
     * @param password empty for people who are not enabled
     */
    public record Person(String name, String email, String password, String organisation, boolean enabled) {}

    /** The processes, for those who want to end one. */
    public record Pids(long portal, long desk, long keycloak, long postgres) {}

    String json() {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(this)
                + "\n";
    }

    String text() {
        var text = new StringBuilder();
        text.append("\n  Portal        ").append(portalUrl);
        text.append("\n  Agent's desk  ").append(deskUrl);
        text.append("\n  Keycloak      ").append(keycloakUrl);
        text.append("\n  Mail          SMTP 127.0.0.1:")
                .append(smtpPort)
                .append(", IMAP 127.0.0.1:")
                .append(imapPort);
        text.append("\n                any mailbox: the address and ").append(mailPassword);
        text.append("\n                write to ").append(mailbox.address()).append('\n');
        text.append("\n  Sign in as\n");
        people.stream()
                .filter(Person::enabled)
                .forEach(person -> text.append("    %-40s %-22s %s, %s%n"
                        .formatted(person.email(), person.password(), person.name(), person.organisation())));
        text.append(
                "\n  ./portal user list shows everybody; ./portal user enable ADDRESS opens the portal to one more.");
        text.append("\n  Ctrl-C ends all of it.\n");
        return text.toString();
    }
}
