package org.clientportal.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** Which login at Keycloak is whose. */
class LoginCommands {

    private final AdminApi api;
    private final Output output;
    private final ManyLogins many;
    private final Question question;

    LoginCommands(AdminApi api, Output output, ManyLogins many, Question question) {
        this.api = api;
        this.output = output;
        this.many = many;
        this.question = question;
    }

    @Command(name = "user link", description = "make a login that is at Keycloak already a person's own")
    void link(
            @Argument(index = 0) String emailOrId,
            @Option(longName = "login", description = "Keycloak's ID of the login") @Nullable String login,
            @Option(longName = "agent", description = "also for somebody who works for support") boolean agent) {
        if (login == null) {
            throw Failure.usage("--login ID is missing: Keycloak's ID of the login");
        }
        output.item(
                api.put(Map.of("login", login, "evenAgent", agent), "users", emailOrId, "link"), UserCommands.FIELDS);
    }

    @Command(name = "user unlink", description = "remove the login of somebody who has no access any more")
    void unlink(
            @Argument(index = 0) String emailOrId,
            @Option(longName = "yes", shortName = 'y', description = "do not ask") boolean yes) {
        if (!yes) {
            question.confirm("Remove the login of " + emailOrId + " at Keycloak?");
        }
        output.item(api.delete("users", emailOrId, "link"), UserCommands.FIELDS);
    }

    @Command(name = "user relink", description = "set logins right after Keycloak was restored from an older backup")
    void relink(
            @Option(longName = "mail", description = "send a new password to people who need one") boolean mail,
            @Option(longName = "dry-run", description = "say what would be done; change nothing") boolean dryRun,
            @Option(longName = "yes", shortName = 'y', description = "do not ask") boolean yes) {
        if (mail && !dryRun && !yes) {
            question.confirm("Send a new password to everybody who needs one?");
        }
        many.relink(mail, dryRun);
    }
}
