package org.clientportal.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.junit.jupiter.api.Test;

/** What is kept when somebody confirms. */
class EvidenceIT {

    /** Chains of their own for each test. */
    private static final AtomicLong ORGANISATIONS = new AtomicLong(7_000);

    private final RunningPortal portal = RunningPortal.get();
    private final EvidenceBook book = portal.bean(EvidenceBook.class);
    private final long organisation = ORGANISATIONS.incrementAndGet();

    @Test
    void aConfirmationIsKeptWithItsPdfAndALink() {
        var kept = portal.inWork(() -> book.keep(SampleConfirmations.ofTwo(organisation, "R-1")));

        assertThat(kept.fileName()).isEqualTo("potwierdzenie-odbioru-R-1-2.pdf");
        assertThat(CheckCode.read(kept.checkCode())).contains(kept.checkCode());
        portal.work(() -> {
            var pdf = portal.jdbc()
                    .sql("select pdf from confirmation where id = ? and organisation = ? and seq = 1")
                    .params(kept.id(), organisation)
                    .query(byte[].class)
                    .single();
            assertThat(pdf).isEqualTo(kept.pdf()).startsWith('%', 'P', 'D', 'F');
            assertThat(value(kept.id(), "line.2.accepted")).isEqualTo("false");
            assertThat(value(kept.id(), "check-code")).isEqualTo(kept.checkCode());
            assertThat(value(kept.id(), "signed-at")).isEqualTo(SampleConfirmations.SIGNED.toString());
        });
    }

    @Test
    void manyAtTheSameMomentStandInOneLineWithoutAGap() throws Exception {
        var tasks = new ArrayList<Callable<Long>>();
        for (int at = 0; at < 12; at++) {
            var receipt = "R-" + at;
            tasks.add(() -> portal.inWork(() -> book.keep(SampleConfirmations.ofTwo(organisation, receipt)))
                    .id());
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : people.invokeAll(tasks)) {
                task.get();
            }
        }
        assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void whatIsTakenBackLeavesNoGap() {
        portal.work(() -> book.keep(SampleConfirmations.ofTwo(organisation, "R-1")));
        assertThatThrownBy(() -> portal.work(() -> {
                    book.keep(SampleConfirmations.ofTwo(organisation, "R-2"));
                    throw new IllegalStateException("the receipt was withdrawn");
                }))
                .isInstanceOf(IllegalStateException.class);
        portal.work(() -> book.keep(SampleConfirmations.ofTwo(organisation, "R-3")));

        assertThat(seqs()).containsExactly(1L, 2L);
    }

    @Test
    void whatTheDatabaseCannotHoldIsLeftOutOfTheValuesToo() {
        var line = new Confirmed.Line("l", "Laptop\u0000 \ud83d", null, null, 1, true, "", "\ud83d\ude00");
        var kept = portal.inWork(() -> book.keep(
                SampleConfirmations.of(organisation, 1, "R-\u0000", Locale.of("en"), false, null, List.of(line))));

        portal.work(() -> {
            assertThat(value(kept.id(), "line.1.name")).isEqualTo("Laptop ?");
            assertThat(value(kept.id(), "line.1.comment")).isEqualTo("\ud83d\ude00");
            assertThat(value(kept.id(), "receipt")).isEqualTo("R-");
        });
    }

    @Test
    void onlyWhoSignedReadsThePdf() {
        var anna = viewer(ANNA, Feature.RECEIPTS);
        var kept = portal.inWork(() -> book.keep(SampleConfirmations.of(
                organisation,
                anna.person(),
                "R-1",
                Locale.of("pl"),
                false,
                null,
                List.of(SampleConfirmations.laptop(true)))));

        assertThat(read(anna, kept.id()))
                .hasValueSatisfying(pdf -> assertThat(pdf.bytes()).isEqualTo(kept.pdf()));
        assertThat(read(viewer(EWA, Feature.RECEIPTS), kept.id())).isEmpty();
        assertThat(read(viewer(ANNA, Feature.TICKETS), kept.id())).isEmpty();
        assertThat(portal.inWork(() -> portal.jdbc()
                        .sql("select count(*) from audit where act = 'confirmation.read' and subject = ?")
                        .param(Long.toString(kept.id()))
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
    }

    private Optional<ConfirmationPdfs.Pdf> read(Viewer viewer, long id) {
        return CurrentViewer.with(
                viewer, () -> portal.bean(ConfirmationPdfs.class).read(viewer, id));
    }

    private Viewer viewer(String platformId, Feature feature) {
        var id = person(platformId);
        return new Viewer(
                id,
                platformId,
                platformId,
                platformId + "@oriale.example",
                "pl",
                ZoneId.of("Europe/Warsaw"),
                Set.of(feature),
                List.of("p:" + id),
                List.of("a:*", "a:p:" + id),
                null,
                0);
    }

    private long person(String platformId) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select id from person where platform_id = ?")
                .param(platformId)
                .query(Long.class)
                .single());
    }

    private String value(long confirmation, String name) {
        return portal.jdbc()
                .sql("select value from confirmation_value where confirmation = ? and name = ?")
                .params(confirmation, name)
                .query(String.class)
                .single();
    }

    private List<Long> seqs() {
        return portal.inWork(() -> portal.jdbc()
                .sql("select seq from confirmation_link where organisation = ? order by seq")
                .param(organisation)
                .query(Long.class)
                .list());
    }
}
