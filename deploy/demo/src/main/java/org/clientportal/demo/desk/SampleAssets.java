package org.clientportal.demo.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.demo.desk.SampleTickets.FileTaker;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Field;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Asset.Kind;
import org.clientportal.itsm.Asset.State;
import org.clientportal.itsm.Entry.FileRef;
import org.jspecify.annotations.Nullable;

/** What the sample firm handed out, from {@code resources/sample/assets.txt}. */
final class SampleAssets {

    private final Instant now;

    SampleAssets(Instant now) {
        this.now = now;
    }

    /** The bytes of their documents are given away. */
    List<Asset> assets(FileTaker taker) {
        return SampleFirm.rows("assets.txt").map(row -> asset(row, taker)).toList();
    }

    /** Whoever once wrote of hardware meant their own device: the first such ticket of each names it. */
    static List<DeskTicket> linked(List<DeskTicket> tickets, List<Asset> assets) {
        var told = new HashSet<String>();
        var all = new ArrayList<>(tickets);
        all.sort(Comparator.comparing(DeskTicket::createdAt));
        all.replaceAll(ticket -> assets.stream()
                .filter(asset -> ticket.categoryId().equals("hardware")
                        && asset.kind() == Kind.DEVICE
                        && asset.holders().personIds().contains(ticket.requesterId()))
                .findFirst()
                .filter(asset -> told.add(ticket.requesterId()))
                .map(asset -> ticket.change()
                        .margin(ticket.margin().about(asset.id()))
                        .made())
                .orElse(ticket));
        return all;
    }

    private Asset asset(String[] row, FileTaker taker) {
        return new Asset(
                row[0],
                Kind.valueOf(row[1]),
                row[2],
                row[4],
                row[3],
                row[5].isEmpty() ? null : row[5],
                row[6].isEmpty() ? null : row[6],
                State.valueOf(row[7]),
                "",
                holders(row[8]),
                day(row[9]),
                day(row[10]),
                day(row[11]),
                row[12],
                parts(row[13])
                        .map(fact -> fact.split(": ", 2))
                        .map(fact -> new Field(fact[0], fact[1]))
                        .toList(),
                parts(row[14]).map(name -> document(row[0], name, taker)).toList(),
                now,
                State.valueOf(row[7]) == State.RETIRED,
                0);
    }

    private static Holders holders(String named) {
        if (named.startsWith("group:")) {
            return new Holders(List.of(), List.of(named.substring("group:".length())), List.of());
        }
        return named.isEmpty()
                ? Holders.NOBODY
                : named.startsWith("o") ? new Holders(List.of(), List.of(), List.of(named)) : Holders.person(named);
    }

    private @Nullable LocalDate day(String fromNow) {
        return fromNow.isEmpty() ? null : LocalDate.ofInstant(now, Pages.HOME).plusDays(Long.parseLong(fromNow));
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.split(";")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static FileRef document(String asset, String name, FileTaker taker) {
        var bytes = SampleFiles.make("pdf", name.replaceFirst("\\.pdf$", ""), new Random(name.hashCode()));
        var id = DeskFiles.id(
                UUID.nameUUIDFromBytes((asset + name).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                0);
        taker.accept(id, bytes);
        return new FileRef(id, name, "application/pdf", bytes.length);
    }
}
