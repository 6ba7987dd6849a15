package org.clientportal.demo.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Rounds of writing under faults; every round a fault, a few tickets, replies in turn. Repeatable by its seed. */
final class Rounds {

    private static final int TALKS_OF_A_ROUND = 2;
    private static final int MOST_FORMS = 6;
    private static final Duration LATE = Duration.ofMillis(2500);

    private final Scene scene;
    private final long seed;
    private final Consumer<String> progress;
    private final List<Talk> talks = new ArrayList<>();
    private final Map<String, Integer> struck = new TreeMap<>();

    Rounds(Scene scene, long seed, Consumer<String> progress) {
        this.scene = scene;
        this.seed = seed;
        this.progress = progress;
    }

    /** @param number of the round; with the seed it decides everything in it */
    void round(int number, Fault fault) {
        var random = new Random(seed * 1_000_003 + number);
        progress.accept("round " + number + ": " + fault.word());
        var own = new ArrayList<Talk>();
        for (int i = 0; i < TALKS_OF_A_ROUND; i++) {
            var writer = Scene.WRITERS.get((number + i) % Scene.WRITERS.size());
            own.add(new Talk(writer, "Chaos " + seed + " · " + number + "." + i + " " + fault.word()));
        }
        talks.addAll(own);
        if (fault.place().isPresent()) {
            dieInside(fault, own, random);
        } else if (fault.isKill()) {
            dieFromOutside(fault, own, random);
        } else {
            deskFails(fault, own, random);
        }
        struck.merge(fault.word(), 1, Integer::sum);
    }

    private void dieInside(Fault fault, List<Talk> own, Random random) {
        scene.portal().kill();
        var place = fault.place().orElseThrow();
        if (scene.portal().start(place, random.nextInt(MOST_FORMS - 2))) {
            writeUntilGone(own, random);
        }
        scene.portal().awaitDeath(fault.word());
    }

    private void writeUntilGone(List<Talk> own, Random random) {
        try {
            unansweredAgain();
            write(own, MOST_FORMS, random);
        } catch (IOException gone) {
            // as ordered; what was typed is posted again by the next life
        }
    }

    private void dieFromOutside(Fault fault, List<Talk> own, Random random) {
        living();
        var afterActing = fault == Fault.AFTER_ACT;
        writeOrFail(own, random.nextInt(3), random);
        scene.portal().awaitEmptyOutbox();
        var acted = scene.desk().acted();
        scene.desk().order(Map.of(afterActing ? "delayAfterMs" : "delayBeforeMs", LATE.toMillis(), "times", 1));
        writeOrFail(own, 1 + random.nextInt(2), random);
        scene.portal()
                .await(
                        "the desk to have it",
                        () -> afterActing
                                ? scene.desk().acted() > acted
                                : scene.desk().struck());
        scene.desk().order(Map.of("hideUnderWay", true));
        KillablePortal.pause(Duration.ofMillis(random.nextInt(300)));
        scene.portal().kill();
    }

    private void deskFails(Fault fault, List<Talk> own, Random random) {
        living();
        var first = random.nextInt(3);
        writeOrFail(own, first, random);
        scene.desk()
                .order(
                        switch (fault) {
                            case CUT_BEFORE -> Map.of("cutBefore", true, "times", 1 + random.nextInt(2));
                            case CUT_AFTER -> Map.of("cutAfter", true, "times", 1 + random.nextInt(2));
                            default -> Map.of("delayBeforeMs", LATE.toMillis(), "hideUnderWay", true);
                        });
        writeOrFail(own, MOST_FORMS - first, random);
        if (fault == Fault.LATE) {
            scene.portal()
                    .await("something late", () -> scene.portal().count("outbox where uncertain or attempts > 1") > 0);
            scene.desk().order(Map.of("hideUnderWay", true));
        } else {
            scene.portal().await("the desk to have failed", scene.desk()::struck);
        }
    }

    /** A portal that is not told to die. */
    void living() {
        if (!scene.portal().runs()) {
            scene.portal().start(null, 0);
        }
        try {
            unansweredAgain();
        } catch (IOException gone) {
            throw new Differs("the portal is gone by itself", gone);
        }
    }

    private void writeOrFail(List<Talk> own, int forms, Random random) {
        try {
            write(own, forms, random);
        } catch (IOException gone) {
            throw new Differs("the portal is gone by itself", gone);
        }
    }

    private void unansweredAgain() throws IOException {
        for (var talk : talks) {
            talk.sayAgain(scene.portal().browser(talk.writer()));
        }
    }

    /** Every talk begins before any goes on, so that lanes are worked on side by side. */
    private void write(List<Talk> own, int forms, Random random) throws IOException {
        for (int i = 0; i < forms; i++) {
            var talk = own.stream()
                    .filter(one -> one.accepted().isEmpty())
                    .findFirst()
                    .orElse(own.get(random.nextInt(own.size())));
            talk.say(
                    scene.portal().browser(talk.writer()),
                    talk.subject() + " nr " + (talk.accepted().size() + 1) + " – zażółć " + random.nextInt(10_000));
        }
    }

    /** Ends all faults, lets everything arrive, and posts what was never answered once more. */
    List<Talk> settle() {
        scene.desk().order(Map.of());
        living();
        scene.portal().awaitEmptyOutbox();
        return talks.stream().filter(talk -> !talk.accepted().isEmpty()).toList();
    }

    /** How often each fault struck. */
    Map<String, Integer> struck() {
        return struck;
    }
}
