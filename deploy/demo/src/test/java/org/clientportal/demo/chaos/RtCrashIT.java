package org.clientportal.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.chaos.RtSide.RtTicket;
import org.clientportal.demo.chaos.RtSide.Said;
import org.clientportal.itsm.rt.CuttingProxy;
import org.clientportal.itsm.rt.CuttingProxy.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The portal is killed at every named place before a real Request Tracker, then its database is lost. */
@EnabledIfEnvironmentVariable(
        named = "RT_URL",
        matches = ".+",
        disabledReason = "Request Tracker is not there: run deploy/rt/up.sh as root and read the rt.env it names")
class RtCrashIT {

    private static final List<Fault> KILLS =
            Arrays.stream(Fault.values()).filter(Fault::isKill).toList();
    /** A seed is four minutes on a quiet machine; {@code -Drt.crash.seeds=20} for a long night. */
    private static final int SEEDS = Integer.getInteger("rt.crash.seeds", 1);

    private static final int FORMS = 6;
    /** RT acts at the latest this long after the portal died; well under the lease. */
    private static final int LATEST_MS = 4000;

    private static final Writer ANNA = new Writer("anna.nowak", "Anna Nowak", "oriale");
    private static final Writer EWA = new Writer("ewa.lis", "Ewa Lis", "brzozow");

    private final String run = "Crash-" + UUID.randomUUID().toString().substring(0, 8);
    private final DemoFolders folders = DemoFolders.forThisRun();
    private final List<Talk> talks = new ArrayList<>();
    private CuttingProxy door;
    private RtSide rt;
    private KillablePortal portal;
    private TalkPages pages;

    @BeforeEach
    void start() throws IOException {
        var url = URI.create(System.getenv("RT_URL"));
        rt = new RtSide(url, System.getenv("RT_AGENT_USER"), System.getenv("RT_AGENT_PASSWORD"));
        door = new CuttingProxy(url);
        portal = new KillablePortal(folders, settings(), List.of(ANNA, EWA));
        pages = new TalkPages(portal);
        portal.start(null, 0);
        portal.signIn();
    }

    /** The lease outlasts what RT needs for a late act, so nobody asks too early. */
    private Map<String, String> settings() {
        return Map.of(
                "portal.itsm.platform", "rt",
                "portal.itsm.rt.url", door.url().toString(),
                "portal.itsm.rt.user", System.getenv("RT_USER"),
                "portal.itsm.rt.password", System.getenv("RT_PASSWORD"),
                "portal.itsm.rt.request-limit", "15s",
                "portal.outbox.request-limit", "5s",
                "portal.sync.lease", "20s");
    }

    @AfterEach
    void end() {
        if (portal != null) {
            portal.close();
        }
        door.close();
        rt.close();
        DemoFolders.remove(folders.run());
    }

    @Test
    void whereverThePortalDiesRtHasEverythingOnceAndInOrder() throws IOException, SQLException {
        try {
            killEverywhere();
            var accepted =
                    talks.stream().filter(talk -> !talk.accepted().isEmpty()).toList();
            assertThat(accepted).hasSize(talks.size());
            assertThat(accepted.stream().mapToInt(Talk::repeated).sum())
                    .as("forms posted again because their answer was lost")
                    .isPositive();
            requireInRt(accepted);
            readsAsBeforeWhenTheDatabaseWasLost(accepted);
        } catch (IOException | RuntimeException | AssertionError wrong) {
            System.out.println("The portal's log: " + portal.keepLog());
            throw wrong;
        }
    }

    private void killEverywhere() throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            for (var kill : KILLS) {
                System.out.println("seed " + seed + ": " + kill.word());
                die(kill, seed);
            }
        }
        living();
        begin();
        portal.awaitEmptyOutbox();
        door.awaitRt();
    }

    /** Whoever was kept from the first word by an early death says it now. */
    private void begin() throws IOException {
        for (var talk : talks) {
            if (talk.accepted().isEmpty()) {
                talk.say(portal.browser(talk.writer()), "Dzień dobry");
            }
        }
    }

    private void requireInRt(List<Talk> accepted) {
        assertThat(rt.tickets(run))
                .extracting(RtTicket::subject, RtTicket::requester, RtTicket::said)
                .containsExactlyInAnyOrderElementsOf(accepted.stream()
                        .map(talk -> tuple(talk.subject(), talk.writer().email(), said(talk)))
                        .toList());
    }

    private void readsAsBeforeWhenTheDatabaseWasLost(List<Talk> accepted) throws SQLException {
        var answered = rt.tickets(run).getFirst();
        rt.agentReplies(answered.id(), "Proszę spróbować ponownie");
        accepted.forEach(talk -> awaitPage(talk, answered.subject()));
        var before = pages.remember(accepted);
        portal.loseDatabase();
        pages.require(before);
    }

    private void die(Fault kill, int seed) throws IOException {
        var random = new Random(seed * 1_000_003L + kill.ordinal());
        var own = List.of(
                new Talk(ANNA, run + " " + seed + " " + kill.word() + " A"),
                new Talk(EWA, run + " " + seed + " " + kill.word() + " E"));
        talks.addAll(own);
        if (kill.place().isPresent()) {
            dieInside(kill, own, random);
        } else {
            dieWhileRtHasIt(kill, own.get(random.nextInt(2)), (seed + kill.ordinal()) % 2 == 1, random);
        }
    }

    private void dieInside(Fault kill, List<Talk> own, Random random) {
        portal.kill();
        if (portal.start(kill.place().orElseThrow(), random.nextInt(FORMS - 2))) {
            try {
                unansweredAgain();
                own.getFirst().say(portal.browser(ANNA), "Dzień dobry");
                own.getLast().say(portal.browser(EWA), "Good morning");
                for (int form = 2; form < FORMS; form++) {
                    say(own.get(random.nextInt(2)), random);
                }
            } catch (IOException gone) {
                // as ordered; what was typed is posted again by the next life
            }
        }
        portal.awaitDeath(kill.word());
    }

    /** The door keeps the request from RT, or RT's answer from the portal, until the portal is dead. */
    private void dieWhileRtHasIt(Fault kill, Talk talk, boolean isTicket, Random random) throws IOException {
        living();
        if (!isTicket) {
            say(talk, random);
            portal.awaitEmptyOutbox();
        }
        var held = door.holdOnce(
                kill == Fault.AFTER_SEND ? Moment.BEFORE_RT_HAS_IT : Moment.AFTER_RT_ACTED,
                post(isTicket ? "/ticket" : "/correspond"));
        try {
            say(talk, random);
            say(talk, random);
            portal.await("RT to be sent what is written", held::isReached);
            portal.kill();
        } finally {
            CompletableFuture.delayedExecutor(random.nextInt(LATEST_MS), TimeUnit.MILLISECONDS)
                    .execute(held::letGo);
        }
    }

    private static Predicate<HttpExchange> post(String end) {
        return exchange -> exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().endsWith(end);
    }

    /** A portal that is not told to die, which has what was not answered. */
    private void living() throws IOException {
        if (!portal.runs()) {
            portal.start(null, 0);
        }
        unansweredAgain();
    }

    private void unansweredAgain() throws IOException {
        for (var talk : talks) {
            talk.sayAgain(portal.browser(talk.writer()));
        }
    }

    private void say(Talk talk, Random random) throws IOException {
        talk.say(
                portal.browser(talk.writer()),
                "Zdanie " + talk.accepted().size() + " – zażółć " + random.nextInt(10_000));
    }

    private static List<Said> said(Talk talk) {
        var author = talk.writer().name() + "|" + talk.writer().email();
        return talk.accepted().stream().map(text -> new Said(author, text)).toList();
    }

    private void awaitPage(Talk talk, String answered) {
        var expected = new ArrayList<>(talk.accepted().stream()
                .map(text -> talk.writer().name() + ": " + text)
                .toList());
        if (talk.subject().equals(answered)) {
            expected.add("Marta Zielińska: Proszę spróbować ponownie");
        }
        portal.await(
                "the page of " + talk.subject() + " to say " + expected,
                () -> pages.said(talk).equals(expected));
    }
}
