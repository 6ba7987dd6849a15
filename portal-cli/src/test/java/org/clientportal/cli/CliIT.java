package org.clientportal.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The built tool against a stand-in for the portal and Keycloak: what is printed where, and how it exits. */
class CliIT {

    private static final String API = "/admin/api/v1";

    private static final String LUCJA = """
            {"id": "42", "name": "Łucja Żółkiewska", "email": "lucja@oriale.example", "kind": "employee", "organisation": "Oriale",
             "access": {"enabled": true, "since": "2026-11-24T10:15:30Z", "by": "portal-cli", "platform": "unset"},
             "login": {"id": "f3c1", "state": "active"}}""";

    private static final String WANG = """
            {"id": "43", "name": "王小明", "email": "wang@oriale.example", "kind": "external", "organisation": null,
             "access": {"enabled": false, "since": null, "by": null, "platform": "off"}, "login": {"id": null, "state": "none"}}""";

    private static final String RULE = """
            {"subject": "organisation:oriale", "name": "Oriale", "people": 40, "enabled": 38,
             "changedAt": "2026-11-24T10:15:30Z", "changedBy": "portal-cli"}""";

    @RegisterExtension
    static final WireMockExtension PORTAL = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path home;

    private RunningCli cli;

    @BeforeEach
    void setUp() {
        cli = new RunningCli(home)
                .with("PORTAL_CLI_URL", PORTAL.baseUrl())
                .with("PORTAL_CLI_CLIENT_ID", "portal-cli")
                .with("PORTAL_CLI_CLIENT_SECRET", "s3cret");
        PORTAL.stubFor(get(API + "/token-endpoint")
                .withHeader("Authorization", absent())
                .willReturn(okJson("{\"tokenEndpoint\": \"" + PORTAL.baseUrl() + "/token\"}")));
        PORTAL.stubFor(post("/token").willReturn(jsonResponse("{\"error\": \"unauthorized_client\"}", 401)));
        PORTAL.stubFor(post("/token")
                .withBasicAuth("portal-cli", "s3cret")
                .withRequestBody(containing("grant_type=client_credentials"))
                .willReturn(okJson("{\"access_token\": \"t0ken\", \"expires_in\": 300}")));
    }

    @Test
    void listsPeopleInAlignedColumnsWhateverTheirScript() throws Exception {
        users();
        var ended = cli.run("user", "list");
        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .containsExactly(
                        "ID  NAME              EMAIL                 KIND      ORGANISATION  ENABLED  LOGIN",
                        "42  Łucja Żółkiewska  lucja@oriale.example  employee  Oriale        true     active",
                        "43  王小明            wang@oriale.example   external                false    none");
    }

    @Test
    void printsJsonInTheShapeOfTheApiFollowingThePages() throws Exception {
        PORTAL.stubFor(get(urlPathEqualTo(API + "/users"))
                .withHeader("Authorization", equalTo("Bearer t0ken"))
                .withQueryParam("query", equalTo("Ł&a=b"))
                .willReturn(okJson("{\"items\": [" + LUCJA + "], \"next\": \"n/1\"}")));
        PORTAL.stubFor(get(urlPathEqualTo(API + "/users"))
                .withQueryParam("after", equalTo("n/1"))
                .willReturn(okJson("{\"items\": [" + WANG + "], \"next\": null}")));
        var ended = cli.run("user", "list", "--query", "Ł&a=b", "-o", "json");
        assertThat(ended.exit()).isZero();
        assertThat(Json.node(ended.out()))
                .isEqualTo(Json.node("{\"items\": [" + LUCJA + "," + WANG + "], \"next\": null}"));
    }

    @Test
    void printsCsv() throws Exception {
        users();
        var ended = cli.run("--output=csv", "user", "list");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .startsWith(
                        "id,name,email,kind,organisation,enabled,login\r\n42,Łucja Żółkiewska,lucja@oriale.example,");
    }

    @Test
    void anUnknownCommandIsUsage() throws Exception {
        var ended = cli.run("user", "lst");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("unknown command 'user lst'").contains("did you mean 'user list'?");
    }

    @Test
    void aNounAloneIsUsage() throws Exception {
        var ended = cli.run("user");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "disable, enable, link, list, password, relink, rule add, rule list, rule remove, show, unlink, view");
    }

    @Test
    void aMissingValueIsUsage() throws Exception {
        var ended = cli.run("user", "list", "--query");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("option --query wants a value");
    }

    @Test
    void anUnknownOptionIsUsage() throws Exception {
        var ended = cli.run("user", "enable", "lucja@oriale.example", "--shw");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("unknown option '--shw' of user enable");
        PORTAL.verify(0, postRequestedFor(urlPathEqualTo(API + "/users/lucja%40oriale.example/login")));
    }

    @Test
    void aMissingArgumentAWrongValueAndAWrongChoiceAreUsage() throws Exception {
        assertThat(cli.run("user", "show").exit()).isEqualTo(2);
        assertThat(cli.run("user", "list", "--limit", "many").exit()).isEqualTo(2);
        assertThat(cli.run("mail", "list", "--verdict", "odd").exit()).isEqualTo(2);
        assertThat(cli.run("user", "enable").exit()).isEqualTo(2);
    }

    @Test
    void helpIsAManualPageOnStandardOutput() throws Exception {
        var ended = cli.run("user", "enable", "--help");
        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("portal user enable [OPTION]... EMAIL|ID...")
                .contains("--permanent")
                .contains("-o, --output")
                .contains("EXAMPLES")
                .contains("EXIT STATUS");
    }

    @Test
    void nobodyIsNotFound() throws Exception {
        PORTAL.stubFor(get(API + "/users/nobody%40oriale.example")
                .willReturn(problem(404, "not-found", "There is no such person")));
        var ended = cli.run("user", "show", "nobody@oriale.example");
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEqualTo("portal: There is no such person\n");
    }

    @Test
    void anAgentIsRefused() throws Exception {
        PORTAL.stubFor(post(API + "/users/7/login").willReturn(problem(409, "agent", "Jan Kos works for support")));
        var ended = cli.run("user", "enable", "7");
        assertThat(ended.exit()).isEqualTo(4);
        assertThat(ended.err()).contains("Jan Kos works for support");
    }

    @Test
    void enableSaysWhereTheMailGoes() throws Exception {
        PORTAL.stubFor(post(API + "/users/lucja%40oriale.example/login")
                .withRequestBody(equalToJson("{\"show\": false, \"permanent\": false, \"evenAgent\": false}"))
                .willReturn(jsonResponse(
                        "{\"user\": " + LUCJA
                                + ", \"password\": null, \"temporary\": true, \"link\": false, \"mailTo\": \"lucja@oriale.example\"}",
                        202)));
        var ended = cli.run("user", "enable", "lucja@oriale.example");
        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).contains("on its way to lucja@oriale.example");
    }

    @Test
    void showPrintsThePassword() throws Exception {
        PORTAL.stubFor(post(API + "/users/42/password")
                .withRequestBody(equalToJson("{\"show\": true, \"permanent\": true}"))
                .willReturn(okJson("{\"user\": " + LUCJA
                        + ", \"password\": \"kW7pass\", \"temporary\": false, \"mailTo\": null}")));
        var ended = cli.run("user", "password", "42", "--show", "--permanent", "-o", "csv");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("kW7pass");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aBatchGoesOnAfterAFailureAndTellsIt() throws Exception {
        PORTAL.stubFor(delete(API + "/users/a%40x.example/login").willReturn(okJson(LUCJA)));
        PORTAL.stubFor(
                delete(API + "/users/b%40x.example/login").willReturn(problem(404, "not-found", "No such person")));
        PORTAL.stubFor(delete(API + "/users/c%40x.example/login").willReturn(okJson(WANG)));
        var ended = cli.fed("# left\na@x.example\n\nb@x.example\nc@x.example\n", "user", "disable", "--file", "-");
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.out()).contains("Łucja").contains("王小明");
        assertThat(ended.err()).contains("portal: b@x.example: No such person").contains("2 of 3 done");
        PORTAL.verify(3, deleteRequestedFor(urlPathMatching(API + "/users/.*")));
    }

    @Test
    void manyAreEnabledInOneCallAndEachIsToldWithTheLineOfTheFile() throws Exception {
        PORTAL.stubFor(
                post(API + "/users/logins").withRequestBody(equalToJson("""
                        {"people": ["lucja@oriale.example", "wang@oriale.example"], "permanent": false, "evenAgent": false,
                         "dryRun": false}""")).willReturn(okJson("""
                        {"items": [{"named": "lucja@oriale.example", "outcome": "already", "reason": null, "why": null,
                         "user": %s}, {"named": "wang@oriale.example", "outcome": "refused", "reason": "inactive",
                         "why": "王小明 left", "user": %s}], "dryRun": false}""".formatted(
                                LUCJA, WANG))));
        var file = Files.writeString(
                home.resolve("people.csv"),
                "name;e-mail\nŁucja;lucja@oriale.example\nWang;wang@oriale.example\nŁucja;lucja@oriale.example\nNobody;\n");
        var ended = cli.run("user", "enable", "--file", file.toString(), "-o", "csv");
        assertThat(ended.exit()).isEqualTo(4);
        assertThat(ended.out().lines())
                .containsExactly(
                        "line,named,outcome,id,name,reason,why",
                        "2,lucja@oriale.example,already,42,Łucja Żółkiewska,,",
                        "3,wang@oriale.example,refused,43,王小明,inactive,王小明 left",
                        "4,lucja@oriale.example,repeated,,,,",
                        "5,,refused,,,no-address,nobody is named in this line");
        assertThat(ended.err())
                .contains("1 already, 2 refused, 1 repeated, of 4 named")
                .contains("2 of 4 refused");
        PORTAL.verify(1, postRequestedFor(urlEqualTo(API + "/users/logins")));
    }

    @Test
    void whatWasDoneIsToldAlsoWhenTheRestCouldNotBe() throws Exception {
        PORTAL.stubFor(post(API + "/users/logins")
                .withRequestBody(containing("\"1\""))
                .willReturn(okJson("{\"items\": [{\"named\": \"1\", \"outcome\": \"enabled\"}]}")));
        PORTAL.stubFor(post(API + "/users/logins")
                .withRequestBody(containing("\"60\""))
                .willReturn(problem(503, "database-unavailable", "The database does not answer")));
        var names = java.util.stream.IntStream.rangeClosed(1, 60)
                .mapToObj(String::valueOf)
                .collect(java.util.stream.Collectors.joining("\n"));
        var ended = cli.fed(names, "user", "enable", "-f", "-");
        assertThat(ended.exit()).isEqualTo(5);
        assertThat(ended.out()).contains("enabled");
        assertThat(ended.err()).contains("The database does not answer").contains("goes on where this one ended");
    }

    @Test
    void aDryRunOfAnOrganisationLeavesOutWhoCanHaveNoLogin() throws Exception {
        PORTAL.stubFor(get(urlPathEqualTo(API + "/users"))
                .withQueryParam("organisation", equalTo("Oriale"))
                .willReturn(okJson("{\"items\": [" + LUCJA + ", " + WANG.replace("\"external\"", "\"agent\"")
                        + "], \"next\": null}")));
        PORTAL.stubFor(post(API + "/users/logins")
                .withRequestBody(equalToJson(
                        "{\"people\": [\"42\"], \"permanent\": false, \"evenAgent\": false, \"dryRun\": true}"))
                .willReturn(okJson("{\"items\": [{\"named\": \"42\", \"outcome\": \"enabled\", \"user\": " + LUCJA
                        + "}], \"dryRun\": true}")));
        var ended = cli.run("user", "enable", "--organisation", "Oriale", "--dry-run", "-o", "json");
        assertThat(ended.exit()).isZero();
        assertThat(Json.node(ended.out()).path("items").get(0).path("outcome").asText())
                .isEqualTo("enabled");
        assertThat(ended.err()).contains("Nothing was changed");
        assertThat(cli.run("user", "enable", "42", "--all-with-email").exit()).isEqualTo(2);
    }

    @Test
    void aRuleTellsWhatBecomesOfItsPeople() throws Exception {
        PORTAL.stubFor(post(API + "/users/rules")
                .withRequestBody(equalToJson("{\"subject\": \"organisation:Oriale\", \"dryRun\": true}"))
                .willReturn(okJson("{\"items\": [{\"named\": \"42\", \"outcome\": \"already\", \"user\": " + LUCJA
                        + "}, {\"named\": \"43\", \"outcome\": \"refused\", \"reason\": \"wrong-state\","
                        + " \"why\": \"the platform says no\", \"user\": " + WANG + "}], \"dryRun\": true}")));
        var rehearsed = cli.run("user", "rule", "add", "organisation:Oriale", "--dry-run");
        assertThat(rehearsed.exit()).as("a refusal of one stops no rule").isZero();
        assertThat(rehearsed.out()).contains("already", "王小明", "the platform says no");
        assertThat(rehearsed.err()).contains("Nothing was changed. It would be: 1 already, 1 refused, of 2 named.");

        PORTAL.stubFor(post(API + "/users/rules")
                .withRequestBody(equalToJson("{\"subject\": \"group:empty\", \"dryRun\": false}"))
                .willReturn(okJson("{\"items\": [], \"dryRun\": false}")));
        var added = cli.run("user", "rule", "add", "group:empty");
        assertThat(added.exit()).isZero();
        assertThat(added.err()).contains("nobody, of 0 named.");
        PORTAL.stubFor(post(API + "/users/rules")
                .withRequestBody(containing("oddly"))
                .willReturn(problem(400, "invalid", "subject must be group:NAME or organisation:ID-OR-NAME")));
        assertThat(cli.run("user", "rule", "add", "oddly").exit()).isEqualTo(2);
        assertThat(cli.run("user", "rule", "add").exit()).isEqualTo(2);
    }

    @Test
    void rulesAreListedAndTakenBack() throws Exception {
        PORTAL.stubFor(get(API + "/users/rules").willReturn(okJson("{\"items\": [" + RULE + "], \"next\": null}")));
        var listed = cli.run("user", "rule", "list");
        assertThat(listed.exit()).isZero();
        assertThat(listed.out()).contains("organisation:oriale", "40", "38", "portal-cli");
        assertThat(cli.run("user", "rule", "list", "-o", "csv").out())
                .startsWith("rule,name,people,enabled,by,since\r\norganisation:oriale,Oriale,40,38,portal-cli,");

        PORTAL.stubFor(delete(urlPathEqualTo(API + "/users/rules"))
                .withQueryParam("subject", equalTo("organisation:Żółty & syn"))
                .willReturn(okJson("{\"items\": [], \"next\": null}")));
        assertThat(cli.run("user", "rule", "remove", "organisation:Żółty & syn").exit())
                .isZero();
        PORTAL.stubFor(delete(urlPathEqualTo(API + "/users/rules"))
                .withQueryParam("subject", equalTo("group:gone"))
                .willReturn(problem(404, "not-found", "there is no rule group:gone")));
        var missing = cli.run("user", "rule", "remove", "group:gone");
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.err()).isEqualTo("portal: there is no rule group:gone\n");
    }

    @Test
    void relinkTellsOnlyWhatWasNotRight() throws Exception {
        PORTAL.stubFor(post(API + "/users/relink")
                .withRequestBody(equalToJson("{\"limit\": 50, \"mail\": false, \"dryRun\": false}"))
                .willReturn(okJson("{\"items\": [{\"user\": " + LUCJA
                        + ", \"outcome\": \"made\", \"needsPassword\": true, \"mailed\": false}], \"next\": \"42\"}")));
        PORTAL.stubFor(post(API + "/users/relink")
                .withRequestBody(containing("\"after\":\"42\""))
                .willReturn(okJson("{\"items\": [{\"user\": " + WANG
                        + ", \"outcome\": \"right\", \"needsPassword\": false, \"mailed\": false}], \"next\": null}")));
        var ended = cli.run("user", "relink");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("Łucja").contains("made").doesNotContain("王小明");
        assertThat(ended.err()).contains("1 made, 1 right, of 2 logins; 1 need a new password");
    }

    @Test
    void aForeignLoginIsLinkedByItsId() throws Exception {
        PORTAL.stubFor(com.github.tomakehurst.wiremock.client.WireMock.put(API + "/users/42/link")
                .withRequestBody(equalToJson("{\"login\": \"f3c1\", \"evenAgent\": false}"))
                .willReturn(okJson(LUCJA)));
        assertThat(cli.run("user", "link", "42").exit()).isEqualTo(2);
        assertThat(cli.run("user", "link", "42", "--login", "f3c1").exit()).isZero();
    }

    @Test
    void aRefusedConnectionIsUnavailable() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var ended = cli.with("PORTAL_CLI_URL", "http://127.0.0.1:" + port).run("sync", "status");
        assertThat(ended.exit()).isEqualTo(5);
        assertThat(ended.err())
                .contains("the portal at http://127.0.0.1:" + port + " does not answer")
                .contains("PORTAL_CLI_URL");
    }

    @Test
    void aBadSecretFailsAndIsNotRepeated() throws Exception {
        var ended = cli.with("PORTAL_CLI_CLIENT_SECRET", "wr0ng").run("user", "list");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("refuses the client 'portal-cli'").doesNotContain("wr0ng");
    }

    @Test
    void aMissingRoleFails() throws Exception {
        PORTAL.stubFor(get(urlPathEqualTo(API + "/outbox"))
                .willReturn(problem(403, "forbidden", "The token lacks the role portal-admin")));
        assertThat(cli.run("outbox", "list").exit()).isEqualTo(1);
    }

    @Test
    void aSilentPlatformIsUnavailable() throws Exception {
        PORTAL.stubFor(post(API + "/users/42/login")
                .willReturn(problem(503, "logins-unavailable", "Keycloak does not answer")));
        assertThat(cli.run("user", "enable", "42", "--show").exit()).isEqualTo(5);
    }

    @Test
    void somethingElseBehindTheAddressIsTold() throws Exception {
        PORTAL.stubFor(get(API + "/sync").willReturn(serverError().withBody("<html>proxy</html>")));
        var ended = cli.run("sync", "status");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("no word of the portal");
        PORTAL.stubFor(get(API + "/sync").willReturn(ok("<html>hello</html>")));
        assertThat(cli.run("sync", "status").exit()).isEqualTo(1);
    }

    @Test
    void anEndedTokenIsRenewedOnce() throws Exception {
        PORTAL.stubFor(get(API + "/sync").willReturn(problem(401, "unauthenticated", "The token has ended")));
        var ended = cli.run("sync", "status");
        assertThat(ended.exit()).isEqualTo(1);
        PORTAL.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void aPipedScriptStopsAtItsFirstFailure() throws Exception {
        users();
        var ended = cli.fed("help version\nuser list --limit 1\nuser shw\nuser list\n");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).containsOnlyOnce("Łucja");
    }

    @Test
    void theEnvironmentGoesBeforeTheFileAndTheFileBeforeTheDemo() throws Exception {
        users();
        demo("http://127.0.0.1:1", "demo");
        var file = Files.createDirectories(home.resolve(".config/portal")).resolve("cli.properties");
        Files.writeString(file, "url=http://127.0.0.1:2\nclient-id=portal-cli\nclient-secret=s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var ended =
                new RunningCli(home).with("PORTAL_CLI_URL", PORTAL.baseUrl()).run("user", "list");
        assertThat(ended.exit()).isZero();
        var fromFile = new RunningCli(home).run("user", "list");
        assertThat(fromFile.exit()).isEqualTo(5);
        assertThat(fromFile.err()).contains("127.0.0.1:2").contains("cli.properties");
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws Exception {
        var file = Files.createDirectories(home.resolve(".config/portal")).resolve("cli.properties");
        Files.writeString(file, "url=" + PORTAL.baseUrl() + "\nclient-id=portal-cli\nclient-secret=s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var ended = new RunningCli(home).run("user", "list");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("chmod 600");
    }

    @Test
    void aProvidersSecretComesByStandardInputAndIsNeverShown() throws Exception {
        PORTAL.stubFor(post(API + "/sso").willReturn(okJson("""
                {"alias": "google", "kind": "google", "name": "Google", "pinned": "oriale.example", "trusted": true,
                 "clientId": "123", "redirectUri": "https://login.example.com/realms/portal/broker/google/endpoint"}""")));

        var ended = cli.fed("geheim-77\n", "sso", "add", "google", "--domain", "oriale.example", "--client-id", "123");

        assertThat(ended.err()).doesNotContain("geheim");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("/broker/google/endpoint").doesNotContain("geheim");
        PORTAL.verify(postRequestedFor(urlPathEqualTo(API + "/sso"))
                .withRequestBody(containing("\"clientSecret\":\"geheim-77\"")));
        assertThat(cli.run("sso", "add", "google", "--domain", "oriale.example", "--client-id", "123")
                        .exit())
                .as("no secret")
                .isEqualTo(2);
        assertThat(cli.run("sso", "add", "google", "--domain", "x", "--client-id", "123", "--secret", "x")
                        .exit())
                .as("no such option")
                .isEqualTo(2);
    }

    @Test
    void aRealmAsWantedNeedsNothing() throws Exception {
        PORTAL.stubFor(get(API + "/realm").willReturn(okJson("{\"changes\": 0, \"items\": []}")));

        var plan = cli.run("realm", "plan");
        assertThat(plan.exit()).isZero();
        assertThat(plan.err()).contains("as wanted");
        assertThat(cli.run("realm", "apply").exit()).isZero();
        PORTAL.verify(0, postRequestedFor(urlPathEqualTo(API + "/realm")));
    }

    @Test
    void aRealmIsChangedByWhatIsChosen() throws Exception {
        PORTAL.stubFor(post(API + "/realm").willReturn(okJson("""
                {"changes": 1, "items": [{"object": "client portal", "action": "change", "name": "rootUrl",
                 "is": "http://old.example", "wanted": "https://help.example"}]}""")));

        var ended = cli.run("realm", "apply", "--yes", "--only", "client portal");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("http://old.example").contains("https://help.example");
        PORTAL.verify(
                postRequestedFor(urlPathEqualTo(API + "/realm")).withRequestBody(containing("[\"client portal\"]")));
    }

    @Test
    void whatTheDemoWroteIsEnough() throws Exception {
        users();
        demo(PORTAL.baseUrl(), "s3cret");
        assertThat(new RunningCli(home).run("user", "list").exit()).isZero();
    }

    @Test
    void withoutSettingsItSaysWhatToDo() throws Exception {
        var ended = new RunningCli(home).run("user", "list");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err())
                .contains("./portal demo")
                .contains("cli.properties")
                .contains("PORTAL_CLI_URL");
    }

    private void users() {
        PORTAL.stubFor(get(urlPathEqualTo(API + "/users"))
                .withHeader("Authorization", equalTo("Bearer t0ken"))
                .willReturn(okJson("{\"items\": [" + LUCJA + "," + WANG + "], \"next\": null}")));
    }

    private void demo(String url, String secret) throws Exception {
        var folder = Files.createDirectories(home.resolve(".local/state/client-portal"));
        Files.writeString(
                folder.resolve("demo.json"),
                "{\"adminApi\": {\"url\": \"" + url + "\", \"clientId\": \"portal-cli\", \"clientSecret\": \"" + secret
                        + "\"}}");
    }

    private static ResponseDefinitionBuilder problem(int status, String reason, String detail) {
        return jsonResponse(
                        "{\"type\": \"urn:clientportal:problem:" + reason + "\", \"title\": \"x\", \"status\": "
                                + status + ", \"detail\": \"" + detail + "\", \"reason\": \"" + reason + "\"}",
                        status)
                .withHeader("Content-Type", "application/problem+json");
    }

    private static final String PLAN = """
            {"base": 7, "changes": 1, "items": [{"object": "laptop", "action": "change", "what": "version", "is": "1", "wanted": "2"}],
             "problems": [], "notes": [{"line": 5, "column": 3, "message": "nobody is in the group x yet"}], "picturesWanted": []}""";

    @Test
    void aCatalogueGoesOverWithItsPicturesAndTheBaseItWasComparedWith() throws Exception {
        var file = Files.writeString(
                home.resolve("c.yaml"), "kinds:\n  - picture: pictures/łoś.png\n  - picture: laptop.png\n");
        Files.write(home.resolve("laptop.png"), new byte[] {1, 2, 3});
        PORTAL.stubFor(post(API + "/catalogue/plan").willReturn(okJson(PLAN)));
        PORTAL.stubFor(com.github.tomakehurst.wiremock.client.WireMock.put(API + "/catalogue")
                .willReturn(okJson(PLAN)));

        var planned = cli.run("catalogue", "plan", file.toString());
        var applied = cli.run("catalogue", "apply", file.toString(), "--yes");

        assertThat(planned.exit()).isZero();
        assertThat(planned.out()).contains("laptop", "version").doesNotContain("nobody");
        assertThat(planned.err())
                .contains(file + ":5:3: nobody is in the group x yet")
                .contains("1 to change");
        assertThat(applied.exit()).isZero();
        PORTAL.verify(com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor(urlEqualTo(API + "/catalogue"))
                .withRequestBody(
                        com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath("$.base", equalTo("7")))
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath(
                        "$.pictures['laptop.png']", equalTo("AQID"))));
    }

    @Test
    void whatStandsInTheWayIsToldWithItsLineAndNothingIsApplied() throws Exception {
        var file = Files.writeString(home.resolve("c.yaml"), "schema: 1");
        PORTAL.stubFor(post(API + "/catalogue/plan").willReturn(okJson("""
                {"base": 0, "changes": 0, "items": [], "notes": [], "picturesWanted": [],
                 "problems": [{"line": 1, "column": 1, "message": "'kinds' is missing"}]}""")));

        var ended = cli.run("catalogue", "apply", file.toString(), "--yes");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEqualTo(file + ":1:1: 'kinds' is missing\n");
        assertThat(ended.err()).contains("1 to mend");
        assertThat(cli.run("catalogue", "plan", home.resolve("none.yaml").toString())
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void anExportedCatalogueIsWrittenAsItWasAndNeverOutOfItsFolder() throws Exception {
        PORTAL.stubFor(get(API + "/catalogue/file").willReturn(okJson("""
                {"number": 3, "source": "# zażółć\\nschema: 1\\n", "pictures": {"p/a.png": "AQID"}}""")));
        PORTAL.stubFor(get(API + "/catalogue/file?number=2").willReturn(okJson("""
                {"number": 2, "source": "schema: 1\\n", "pictures": {"../a.png": "AQID"}}""")));
        var file = home.resolve("out.yaml");

        assertThat(cli.run("catalogue", "export").out()).isEqualTo("# zażółć\nschema: 1\n");
        assertThat(cli.run("catalogue", "export", "--to", file.toString()).exit())
                .isZero();
        assertThat(Files.readString(file)).isEqualTo("# zażółć\nschema: 1\n");
        assertThat(Files.readAllBytes(home.resolve("p/a.png"))).containsExactly(1, 2, 3);
        assertThat(cli.run("catalogue", "export", "--number", "2", "--to", file.toString())
                        .exit())
                .isEqualTo(1);
        assertThat(home.resolveSibling("a.png")).doesNotExist();
    }
}
