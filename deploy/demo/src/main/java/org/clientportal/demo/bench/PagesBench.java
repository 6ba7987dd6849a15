package org.clientportal.demo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages a second of signed-in people, beside a bare servlet that reads the same session, asks the same questions of the same
 * database and writes the same bytes. In turns, so that a neighbour disturbs both alike.
 */
final class PagesBench {

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration SLICE = Duration.ofSeconds(4);
    private static final List<Integer> CONNECTIONS = List.of(16, 4);

    private final PagesScene scene;

    private PagesBench(PagesScene scene) {
        this.scene = scene;
    }

    /** @param scale how many times 20,000 tickets there are */
    static BenchReport run(int runs, int scale) {
        try (var scene = PagesScene.set(scale)) {
            return new PagesBench(scene).measured(runs, scale);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private BenchReport measured(int runs, int scale) throws IOException, SQLException {
        var machine = BenchReport.Machine.now();
        var results = new ArrayList<BenchReport.Result>();
        for (var page : scene.pages().entrySet()) {
            warm(page.getValue());
            for (int connections : CONNECTIONS) {
                results.addAll(compared(name(page.getKey(), connections), page.getValue(), connections, runs));
            }
        }
        return new BenchReport(scale == 1 ? "pages" : "pages, scale " + scale, machine, results);
    }

    /** What is measured first goes by the page's name alone. */
    private static String name(String page, int connections) {
        return connections == CONNECTIONS.getFirst() ? page : page + ", " + connections + " connections";
    }

    private void warm(List<PagesScene.Visit> visits) {
        var each = WARM_UP.dividedBy(4);
        for (int turn = 0; turn < 2; turn++) {
            Load.of(scene.portal(), visits, 16).during(each);
            Load.of(scene.bare(), visits, 16).during(each);
        }
    }

    private List<BenchReport.Result> compared(String name, List<PagesScene.Visit> visits, int connections, int runs) {
        var ours = new ArrayList<Load.Slice>();
        var bares = new ArrayList<Load.Slice>();
        var cpu = new ArrayList<Double>();
        var portal = Load.of(scene.portal(), visits, connections);
        var bare = Load.of(scene.bare(), visits, connections);
        for (int run = 0; run < runs; run++) {
            bares.add(bare.during(SLICE));
            var before = scene.cpuMilliseconds();
            var slice = portal.during(SLICE);
            cpu.add((scene.cpuMilliseconds() - before) / slice.pages());
            ours.add(slice);
        }
        var bareResult = result(name + ", bare", bares, null, null);
        return List.of(bareResult, result(name, ours, median(cpu), bareResult));
    }

    private static BenchReport.Result result(
            String name, List<Load.Slice> slices, @Nullable Double cpuMsPerPage, BenchReport.@Nullable Result bare) {
        var perSecond = median(slices.stream().map(Load.Slice::perSecond).toList());
        return BenchReport.Result.ofThroughput(
                name,
                slices.size(),
                perSecond,
                median(slices.stream().map(slice -> slice.at(0.5)).toList()),
                median(slices.stream().map(slice -> slice.at(0.99)).toList()),
                cpuMsPerPage,
                bare == null ? null : perSecond / bare.perSecond());
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    static Map<String, String> paths() {
        var paths = new LinkedHashMap<String, String>();
        paths.put("home", "/");
        paths.put("ticket-list", "/tickets?tab=all");
        paths.put("ticket", "/tickets/%d");
        paths.put("search", "/search?q=drukarka");
        return paths;
    }
}
