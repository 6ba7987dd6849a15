package org.clientportal.demo.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Receipt;
import org.clientportal.itsm.Receipt.Kind;
import org.clientportal.itsm.Receipt.Line;
import org.clientportal.itsm.Receipt.State;
import org.jspecify.annotations.Nullable;

/** What the sample firm waits to have confirmed, from {@code resources/sample/receipts.txt}. */
final class SampleReceipts {

    private final List<Asset> assets;
    private final List<Person> people;
    private final Instant now;

    SampleReceipts(List<Asset> assets, List<Person> people, Instant now) {
        this.assets = assets;
        this.people = people;
        this.now = now;
    }

    List<Receipt> receipts() {
        return SampleFirm.rows("receipts.txt").map(this::receipt).toList();
    }

    private Receipt receipt(String[] row) {
        var receivers = receivers(row[3]);
        return new Receipt(
                row[0],
                String.format("PO-%04d", Integer.parseInt(row[0].substring(1))),
                Kind.valueOf(row[1]),
                receivers,
                organisation(receivers),
                row[2],
                row[5],
                "Katarzyna Mazur",
                now,
                row[4].isEmpty() ? null : LocalDate.ofInstant(now, Pages.HOME).plusDays(Long.parseLong(row[4])),
                State.OPEN,
                1,
                lines(row[6]),
                List.of(),
                now,
                0);
    }

    private static Holders receivers(String named) {
        var all = Stream.of(named.split(", *")).toList();
        return new Holders(
                all.stream().filter(one -> one.matches("p\\d+")).toList(),
                all.stream()
                        .filter(one -> one.startsWith("group:"))
                        .map(one -> one.substring("group:".length()))
                        .toList(),
                all.stream().filter(one -> one.matches("o\\d+")).toList());
    }

    private @Nullable String organisation(Holders receivers) {
        return people.stream()
                .filter(person -> receivers.personIds().contains(person.id()))
                .map(Person::organisationId)
                .findFirst()
                .orElse(null);
    }

    private List<Line> lines(String named) {
        var lines = new ArrayList<Line>();
        for (var one : named.split("; *")) {
            var parts = one.split(" =", -1);
            var asset =
                    assets.stream().filter(each -> each.id().equals(parts[0])).findFirst();
            lines.add(new Line(
                    "l1." + (lines.size() + 1),
                    asset.map(Asset::name).orElse(parts[0]),
                    asset.map(Asset::id).orElse(null),
                    asset.map(Asset::code).orElse(null),
                    asset.map(Asset::serial).orElse(null),
                    Integer.parseInt(parts[1].strip()),
                    parts[2].strip()));
        }
        return lines;
    }
}
