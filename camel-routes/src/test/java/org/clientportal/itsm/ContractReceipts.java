package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Receipt.Kind;
import org.clientportal.itsm.Receipt.Line;
import org.clientportal.itsm.Receipt.State;
import org.clientportal.itsm.Submission.Writer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was handed over is confirmed line by line, once for each edition, and both sides see the same. */
public interface ContractReceipts extends ContractPlatform {

    @Test
    default void aReceiptComesWhole() {
        assumeCan(Ability.RECEIPTS);
        var cursor = cursorNow();
        var written = receipt("Laptop – żółty", Kind.ISSUE, cast().anna());

        var id = agent().issues(written);

        var receipt = awaitReceipt(cursor, id, r -> r.lines().size() == 3);
        assertThat(receipt.number()).isNotBlank();
        assertThat(receipt.kind()).isEqualTo(Kind.ISSUE);
        assertThat(receipt.title()).isEqualTo(written.title());
        assertThat(receipt.text()).isEqualTo(written.text());
        assertThat(receipt.receivers()).isEqualTo(written.receivers());
        assertThat(receipt.issuedBy()).isNotBlank();
        assertThat(receipt.issuedAt())
                .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(300));
        assertThat(receipt.dueOn()).isEqualTo(written.dueOn());
        assertThat(receipt.state()).isEqualTo(State.OPEN);
        assertThat(receipt.edition()).isEqualTo(1);
        assertThat(receipt.answers()).isEmpty();
        assertThat(receipt.lines()).map(ContractReceipts::withoutId).containsExactlyElementsOf(written.lines());
        assertThat(receipt.lines()).extracting(Line::id).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    default void whatIsConfirmedLineByLineIsSeenByBothSides() throws IOException {
        assumeCan(Ability.RECEIPTS);
        var cursor = cursorNow();
        var id = agent().issues(receipt("Partly accepted", Kind.ISSUE, cast().anna()));
        var open = awaitReceipt(cursor, id, r -> r.lines().size() == 3);
        var said = List.of(
                new ReceiptAnswer.Line(open.lines().get(0).id(), true, "rysa na obudowie", ""),
                new ReceiptAnswer.Line(open.lines().get(1).id(), true, "", "Dziękuję,\n<b>&amp; pozdrawiam</b>"),
                new ReceiptAnswer.Line(open.lines().get(2).id(), false, "", "uszkodzony zamek"));
        var pdf = ContractCast.bytes(40_000, 5);
        var answer = cast().answer(cast().anna(), id, 1, said, pdf);
        assertThat(itsm().find(answer)).isEmpty();

        itsm().deliver(answer);
        itsm().deliver(answer);

        assertThat(itsm().find(answer))
                .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(id));
        var confirmed = awaitReceipt(cursor, id, r -> r.state() == State.ANSWERED);
        assertThat(confirmed.version()).isGreaterThan(open.version());
        assertThat(confirmed.edition()).isEqualTo(1);
        assertThat(confirmed.lines()).isEqualTo(open.lines());
        assertThat(confirmed.answers()).singleElement().satisfies(one -> {
            assertThat(one.personId()).isEqualTo(cast().anna().personId());
            assertThat(one.signedName()).isEqualTo(cast().anna().name());
            assertThat(one.at()).isEqualTo(answer.writtenAt());
            assertThat(one.edition()).isEqualTo(1);
            assertThat(one.lines()).containsExactlyElementsOf(said);
            assertThat(one.requestKey()).isEqualTo(answer.key().value());
        });
        var file = confirmed.answers().getFirst().file();
        assertThat(file).isNotNull();
        assertThat(file.name()).isEqualTo("Potwierdzenie odbioru – żółte.pdf");
        assertThat(content(file)).isEqualTo(pdf);
    }

    @Test
    default void eachChangeOfTheLinesIsANewEdition() {
        assumeCan(Ability.RECEIPTS);
        var cursor = cursorNow();
        var id = agent().issues(receipt("Changed while open", Kind.ISSUE, cast().anna()));
        var first = awaitReceipt(cursor, id, r -> r.lines().size() == 3);
        var kept = first.lines().subList(0, 2);
        var added = new Line("", "Plecak", null, null, null, 2, "");

        agent().revises(
                        id,
                        with(
                                first,
                                Stream.concat(kept.stream(), Stream.of(added)).toList()));

        var second = awaitReceipt(cursor, id, r -> r.edition() == 2);
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(second.lines()).hasSize(3).startsWith(kept.toArray(Line[]::new));
        assertThat(withoutId(second.lines().get(2))).isEqualTo(added);
        assertThat(first.lines())
                .extracting(Line::id)
                .doesNotContain(second.lines().get(2).id());
        assertRejected(Reason.CLOSED, cast().answer(cast().anna(), id, 1, accepted(first), new byte[] {1}));
        itsm().deliver(cast().answer(cast().anna(), id, 2, accepted(second), new byte[] {1}));
        awaitReceipt(cursor, id, r -> r.state() == State.ANSWERED);
    }

    @Test
    default void whatIsChangedAfterItWasConfirmedIsOpenAgain() {
        assumeCan(Ability.RECEIPTS);
        var cursor = cursorNow();
        var id = agent().issues(receipt("Confirmed, then changed", Kind.ISSUE, cast().anna()));
        var first = awaitReceipt(cursor, id, r -> r.lines().size() == 3);
        itsm().deliver(cast().answer(cast().anna(), id, 1, accepted(first), new byte[] {1}));
        awaitReceipt(cursor, id, r -> r.state() == State.ANSWERED);

        agent().revises(id, with(first, first.lines().subList(0, 1)));

        var second = awaitReceipt(cursor, id, r -> r.edition() == 2);
        assertThat(second.state()).isEqualTo(State.OPEN);
        assertThat(second.answers())
                .singleElement()
                .satisfies(one -> assertThat(one.edition()).isEqualTo(1));
        itsm().deliver(cast().answer(cast().anna(), id, 2, accepted(second), new byte[] {2}));
        var both = awaitReceipt(cursor, id, r -> r.answers().size() == 2);
        assertThat(both.state()).isEqualTo(State.ANSWERED);
        assertThat(both.answers()).extracting(ReceiptAnswer::edition).containsExactly(1, 2);
    }

    @Test
    default void whatIsWithdrawnTakesNoAnswer() {
        assumeCan(Ability.RECEIPTS);
        var cursor = cursorNow();
        var id = agent().issues(receipt("Withdrawn while open", Kind.RETURN, cast().anna()));
        var open = awaitReceipt(cursor, id, r -> r.lines().size() == 3);
        assertThat(open.kind()).isEqualTo(Kind.RETURN);

        agent().recalls(id);

        var withdrawn = awaitReceipt(cursor, id, r -> r.state() == State.WITHDRAWN);
        assertThat(withdrawn.version()).isGreaterThan(open.version());
        assertRejected(Reason.CLOSED, cast().answer(cast().anna(), id, 1, accepted(open), new byte[] {1}));
    }

    @Test
    default void ofTwoAnswersAtOnceOneCounts() throws Exception {
        assumeCan(Ability.RECEIPTS);
        assumeCan(Ability.RECEIPTS_OF_GROUPS);
        var cursor = cursorNow();
        var id = agent().issues(receipt("Shared", Kind.ISSUE, cast().anna(), cast().marek()));
        var open = awaitReceipt(cursor, id, r -> r.lines().size() == 3);
        var refused = new AtomicInteger();
        var calls = Stream.of(cast().anna(), cast().marek())
                .map(writer -> (Callable<Void>) () -> {
                    try {
                        itsm().deliver(cast().answer(writer, id, 1, accepted(open), new byte[] {1}));
                    } catch (ItsmRejected e) {
                        assertThat(e.reason()).isEqualTo(Reason.CLOSED);
                        refused.incrementAndGet();
                    }
                    return null;
                })
                .toList();

        ContractPlatform.atOnce(calls);

        assertThat(refused).hasValue(1);
        assertThat(awaitReceipt(cursor, id, r -> r.state() == State.ANSWERED).answers())
                .hasSize(1);
    }

    @Test
    default void readFromTheBeginningAReceiptIsAsItCame() {
        assumeCan(Ability.RECEIPTS);
        var cursor = cursorNow();
        var id = agent().issues(receipt("Read again", Kind.ISSUE, cast().anna()));
        var open = awaitReceipt(cursor, id, r -> r.lines().size() == 3);
        itsm().deliver(cast().answer(cast().anna(), id, 1, accepted(open), new byte[] {1}));
        var came = awaitReceipt(cursor, id, r -> r.state() == State.ANSWERED);

        var feed = new ContractFeed(itsm(), null).readToEnd();

        assertThat(feed.receipt(id)).contains(came);
    }

    @Test
    default void aReceiptThatIsNotThereIsGone() {
        assertRejected(Reason.GONE, cast().answer(cast().anna(), "99999999", 1, List.of(), new byte[] {1}));
    }

    @Test
    default void aPlatformWithoutReceiptsSendsNone() {
        assumeThat(cannot()).contains(Ability.RECEIPTS);

        assertThat(new ContractFeed(itsm(), null).readToEnd().receipts()).isEmpty();
    }

    private static List<ReceiptAnswer.Line> accepted(Receipt receipt) {
        return receipt.lines().stream()
                .map(line -> new ReceiptAnswer.Line(line.id(), true, "", ""))
                .toList();
    }

    private static Line withoutId(Line l) {
        return new Line("", l.name(), l.assetId(), l.code(), l.serial(), l.quantity(), l.remarks());
    }

    private static Receipt with(Receipt r, List<Line> lines) {
        return draft(r.title(), r.kind(), r.receivers(), r.text(), r.dueOn(), lines);
    }

    /** As an agent writes one, with three lines; number, edition and version are the platform's. */
    static Receipt receipt(String title, Kind kind, Writer... receivers) {
        return draft(
                ContractKnowledge.unique(title),
                kind,
                new Holders(Stream.of(receivers).map(Writer::personId).toList(), List.of(), List.of()),
                "Sprawdź ładowarkę.\nKabel jest w torbie.",
                LocalDate.parse("2031-12-31"),
                List.of(
                        new Line("", "Laptop Dell Latitude 5450", null, "OR-004401", "9QW2L73", 1, "nowy"),
                        new Line("", "Ładowarka", null, null, null, 2, ""),
                        new Line("", "Torba | na laptopa", null, "OR-004220", null, 1, "")));
    }

    private static Receipt draft(
            String title, Kind kind, Holders receivers, String text, @Nullable LocalDate dueOn, List<Line> lines) {
        return new Receipt(
                "",
                "",
                kind,
                receivers,
                null,
                title,
                text,
                "Katarzyna Mazur",
                Instant.EPOCH,
                dueOn,
                State.OPEN,
                1,
                lines,
                List.of(),
                Instant.EPOCH,
                0);
    }
}
