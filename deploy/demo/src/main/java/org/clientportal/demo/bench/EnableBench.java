package org.clientportal.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.clientportal.demo.DemoDatabase;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.DemoMail;
import org.clientportal.demo.Leash;
import org.clientportal.demo.PortalProcess;
import org.clientportal.demo.Ports;
import org.clientportal.demo.Secrets;
import org.clientportal.demo.keycloak.KeycloakPlace;
import org.clientportal.demo.keycloak.KeycloakServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long enabling many people takes for each, from the call of the admin API to the last password at Keycloak and its mail sent,
 * beside Keycloak alone: the same admin calls for as many people, no portal, no database of ours, no mail;
 * one after another, as a script would, and in as many lanes as the portal has.
 */
final class EnableBench implements AutoCloseable {

    private static final int PEOPLE = 500;
    /** How many logins a node of the portal makes at once. */
    private static final int LANES = 4;
    /** The most the admin API takes in one call. */
    private static final int A_CALL = 200;

    private static final int WARM_UP = 60;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoFolders folders = DemoFolders.forThisRun();
    private final Leash leash = new Leash(folders.run());
    private final URI url = URI.create("http://127.0.0.1:" + Ports.free());
    private final DemoMail mail = DemoMail.start();
    private final DemoDatabase database = DemoDatabase.start(folders, leash, true);
    private final KeycloakServer keycloak = KeycloakServer.start(
            KeycloakPlace.choose(), url.toString(), mail.smtpPort(), "portal@oriale.example", folders, leash);
    private final PortalProcess portal = PortalProcess.start(url.toString(), settings(), folders, leash);
    private final KeycloakAlone alone = new KeycloakAlone(keycloak.place());
    private int next;

    static BenchReport run(int rounds) {
        try (var bench = new EnableBench()) {
            return bench.measured(rounds);
        }
    }

    private BenchReport measured(int rounds) {
        portal.awaitReady(LIMIT);
        var people = Math.max(1, PEOPLE / rounds);
        alone.make(next(WARM_UP), LANES);
        enable(known(next(WARM_UP)));
        var machine = BenchReport.Machine.now();
        var single = new ArrayList<Round>();
        var bare = new ArrayList<Round>();
        var whole = new ArrayList<Round>();
        // in turns, so that a neighbour disturbs all alike, and nobody always finds the most logins at Keycloak
        var turns = List.<Runnable>of(
                () -> single.add(alone(people, 1)),
                () -> bare.add(alone(people, LANES)),
                () -> whole.add(portal(people)));
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < turns.size(); turn++) {
                turns.get((round + turn) % turns.size()).run();
            }
        }
        var singleResult = result("Keycloak, one by one", single, null);
        var bareResult = result("Keycloak, in 4 lanes", bare, null);
        return new BenchReport(
                "enable",
                machine,
                List.of(
                        singleResult,
                        result("user enable, to one by one", whole, singleResult),
                        bareResult,
                        result("user enable, to 4 lanes", whole, bareResult)));
    }

    /** What one person took in a round: milliseconds, and those of processors. */
    private record Round(double ms, Map<String, Double> cpuMs) {}

    private static BenchReport.Result result(String name, List<Round> rounds, BenchReport.@Nullable Result bare) {
        return BenchReport.Result.of(name, rounds.stream().map(Round::ms).toList(), bare)
                .with(rounds.stream().map(Round::cpuMs).toList());
    }

    private Round alone(int people, int lanes) {
        var next = next(people);
        return perPerson(people, () -> alone.make(next, lanes));
    }

    private Round portal(int people) {
        var known = known(next(people));
        return perPerson(people, () -> enable(known));
    }

    private Round perPerson(int people, Runnable work) {
        var before = cpu();
        var began = System.nanoTime();
        work.run();
        var ms = (System.nanoTime() - began) / 1e6 / people;
        var used = new LinkedHashMap<String, Double>();
        cpu().forEach((part, all) -> used.put(part, (all - before.getOrDefault(part, 0.0)) / people));
        return new Round(ms, used);
    }

    /** Our own process is the bare program, or the mail server. */
    private Map<String, Double> cpu() {
        var used = new LinkedHashMap<String, Double>();
        used.put("Keycloak", Cpu.milliseconds(keycloak.pid()));
        used.put("portal", Cpu.milliseconds(portal.pid()));
        used.put("PostgreSQL", Cpu.ofChildren(database.pid()));
        used.put("bench", Cpu.milliseconds(ProcessHandle.current().pid()));
        return used;
    }

    private List<String> next(int people) {
        next += people;
        return IntStream.range(next - people, next).mapToObj(n -> "osoba" + n).toList();
    }

    /** People as the platform would have brought them. */
    private List<String> known(List<String> people) {
        try (var connection = owner()) {
            try (var person = connection.prepareStatement("""
                    with person as (
                      insert into person (platform_id, kind, name, portal_access, language, active, version)
                      values (?, 'EMPLOYEE', ?, 'UNSET', 'pl', true, 1) returning id)
                    insert into person_address (person, address, position) select id, ?, 0 from person""")) {
                for (var each : people) {
                    person.setString(1, each);
                    person.setString(2, "Osoba " + each);
                    person.setString(3, KeycloakAlone.email(each));
                    person.addBatch();
                }
                person.executeBatch();
            }
            return people;
        } catch (SQLException failed) {
            throw new IllegalStateException("the people are not there", failed);
        }
    }

    private void enable(List<String> people) {
        var names = people.stream().map(KeycloakAlone::email).toList();
        for (var from = 0; from < names.size(); from += A_CALL) {
            post("/users/logins", Map.of("people", names.subList(from, Math.min(from + A_CALL, names.size()))));
        }
        var end = System.nanoTime() + LIMIT.toNanos();
        // one connection: a new one costs the processor as much as many a person
        try (var connection = owner()) {
            while (waiting(connection) > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not enabled within " + LIMIT.toMinutes() + " minutes");
                }
                pause();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the outbox cannot be read", failed);
        }
    }

    private static int waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer =
                        statement.executeQuery("select count(*), count(*) filter (where state = 'PARKED') from outbox"
                                + " where destination = 'LOGINS' and state in ('WAITING', 'PARKED')")) {
            answer.next();
            if (answer.getInt(2) > 0) {
                throw new IllegalStateException(answer.getInt(2) + " people were refused");
            }
            return answer.getInt(1);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "portal_owner", database.ownerPassword());
    }

    private void post(String path, Object body) {
        send(HttpRequest.newBuilder(URI.create(url + "/admin/api/v1" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private String token() {
        var form = "grant_type=client_credentials&client_id=portal-cli&client_secret="
                + URLEncoder.encode(keycloak.place().secret("portal-cli"), StandardCharsets.UTF_8);
        var answer =
                send(HttpRequest.newBuilder(URI.create(keycloak.place().issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        return JSON.readTree(answer).path("access_token").asString();
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new IllegalStateException("no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private Map<String, String> settings() {
        var place = keycloak.place();
        var settings = new HashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(url.getPort()));
        settings.put("portal.address.url", url.toString());
        settings.put("portal.signing.secret", Secrets.next() + Secrets.next());
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", "portal");
        settings.put("spring.datasource.password", database.password());
        settings.put("spring.flyway.user", "portal_owner");
        settings.put("spring.flyway.password", database.ownerPassword());
        // nobody is there; the people are written by hand
        settings.put("portal.itsm.platform", "http");
        settings.put("portal.itsm.http.url", "http://127.0.0.1:9");
        settings.put("portal.itsm.http.token", Secrets.next());
        settings.put("portal.sync.pull", "1h");
        settings.put("portal.sign-in.issuer", place.issuer());
        settings.put("portal.sign-in.client-secret", place.secret("portal"));
        settings.put("portal.keycloak.url", place.url().toString());
        settings.put("portal.keycloak.client-secret", place.secret("portal-sync"));
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mail.smtpPort()));
        settings.put("portal.mail.out.mailbox", "support@oriale.example");
        return settings;
    }

    @Override
    public void close() {
        alone.close();
        portal.close();
        keycloak.close();
        database.close();
        leash.close();
        mail.close();
    }
}
