package org.clientportal.cli;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** Signing in through Microsoft, Google and others. */
class SsoCommands {

    private static final List<Column> COLUMNS = List.of(
            Column.of("ALIAS", "/alias"),
            Column.of("KIND", "/kind"),
            Column.of("NAME", "/name"),
            Column.of("PINNED", "/pinned"),
            Column.of("TRUSTED", "/trusted"),
            Column.of("CLIENT", "/clientId"),
            Column.of("REDIRECT", "/redirectUri"));

    private static final List<Column> CHECK = List.of(
            Column.of("ALIAS", "/alias"),
            Column.of("OK", "/ok"),
            Column.of("SUMMARY", "/summary"),
            Column.of("ADVICE", "/advice"));

    private static final List<Column> LINKS = List.of(
            Column.of("ID", "/id"),
            Column.of("NAME", "/name"),
            Column.of("EMAIL", "/email"),
            Column.of("LINKS", "/links"));

    private static final String SECRET_FILE =
            "the secret of the client is in this file; else it is asked for, or read from standard input";

    private final AdminApi api;
    private final Output output;
    private final Question question;

    SsoCommands(AdminApi api, Output output, Question question) {
        this.api = api;
        this.output = output;
        this.question = question;
    }

    @Command(name = "sso add microsoft", description = "let people sign in with one tenant of Microsoft Entra ID")
    void microsoft(
            @Option(longName = "tenant", required = true, description = "the directory (tenant) ID") String tenant,
            @Option(longName = "client-id", required = true, description = "the application (client) ID")
                    String clientId,
            @Option(longName = "name", description = "what stands on the button; Microsoft when left out") @Nullable
                    String name,
            @Option(longName = "alias", description = "part of the redirect address; microsoft when left out") @Nullable
                    String alias,
            @Option(longName = "secret-file", description = SECRET_FILE) @Nullable String secretFile) {
        add("microsoft", tenant, clientId, name, alias, false, secretFile);
    }

    @Command(name = "sso add google", description = "let people sign in with one domain of Google Workspace")
    void google(
            @Option(longName = "domain", required = true, description = "the firm's domain") String domain,
            @Option(longName = "client-id", required = true, description = "the OAuth client ID") String clientId,
            @Option(longName = "name", description = "what stands on the button; Google when left out") @Nullable
                    String name,
            @Option(longName = "alias", description = "part of the redirect address; google when left out") @Nullable
                    String alias,
            @Option(longName = "secret-file", description = SECRET_FILE) @Nullable String secretFile) {
        add("google", domain, clientId, name, alias, false, secretFile);
    }

    @Command(name = "sso add oidc", description = "let people sign in with another provider of OpenID Connect")
    void oidc(
            @Option(longName = "issuer", required = true, description = "the issuer, letter by letter") String issuer,
            @Option(longName = "client-id", required = true, description = "our client there") String clientId,
            @Option(longName = "name", description = "what stands on the button; the alias when left out") @Nullable
                    String name,
            @Option(longName = "alias", description = "part of the redirect address; oidc when left out") @Nullable
                    String alias,
            @Option(
                            longName = "trusted",
                            description = "its word that an address is verified is enough; else a mail confirms")
                    boolean trusted,
            @Option(longName = "secret-file", description = SECRET_FILE) @Nullable String secretFile) {
        add("oidc", issuer, clientId, name, alias, trusted, secretFile);
    }

    private void add(
            String kind,
            String pinned,
            String clientId,
            @Nullable String name,
            @Nullable String alias,
            boolean trusted,
            @Nullable String secretFile) {
        var body = new HashMap<String, Object>();
        body.put("kind", kind);
        body.put("pinned", pinned);
        body.put("clientId", clientId);
        body.put("clientSecret", question.secret("Secret of the client " + clientId, secretFile));
        body.put("trusted", trusted);
        if (name != null) {
            body.put("name", name);
        }
        if (alias != null) {
            body.put("alias", alias);
        }
        output.item(api.post(body, "sso"), COLUMNS);
    }

    @Command(name = "sso list", description = "list the providers that the portal set up")
    void list() {
        output.list(api.get("sso"), COLUMNS);
    }

    @Command(name = "sso test", description = "see whether a provider answers and is still set up as it was")
    void test(@Argument(index = 0) String alias) {
        var check = api.get("sso", alias, "check");
        output.item(check, CHECK);
        if (!check.path("ok").asBoolean(false)) {
            throw new Failure(Exit.FAILED, alias + " does not work as it should");
        }
    }

    @Command(name = "sso remove", description = "take a provider away, with everybody's link to it")
    void remove(
            @Argument(index = 0) String alias,
            @Option(longName = "yes", shortName = 'y', description = "do not ask") boolean yes) {
        if (!yes) {
            question.confirm("Nobody signs in through " + alias + " any more. Remove it?");
        }
        output.item(api.delete("sso", alias), COLUMNS);
    }

    @Command(name = "sso unlink", description = "take a person's links away, so that the next sign-in links anew")
    void unlink(@Argument(index = 0) String emailOrId) {
        output.item(api.delete("sso", "links", emailOrId), LINKS);
    }
}
