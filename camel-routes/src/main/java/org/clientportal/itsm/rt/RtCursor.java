package org.clientportal.itsm.rt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come. RT's transactions are a feed with growing ids, but an id is taken before the commit: one that
 * is missing today may appear tomorrow. So the cursor keeps the gaps it has passed for a while and looks into them again.
 *
 * @param phase people first, then tickets, then articles, then assets, then notes, then the feed
 * @param at page of people, or the last ticket, article, asset or note read
 * @param head the last transaction seen
 * @param gaps ids below it that were not there
 * @param peoplePage the page of people to compare next
 * @param peopleAt when one was last compared, seconds
 * @param peoplePrints how the pages looked then
 */
record RtCursor(
        Phase phase, long at, long head, List<Gap> gaps, int peoplePage, long peopleAt, List<String> peoplePrints) {

    enum Phase {
        PEOPLE,
        TICKETS,
        ARTICLES,
        ASSETS,
        NOTES,
        FEED
    }

    /** How long an id may stay away, seconds: longer than RT takes to send the mails of one transaction. */
    private static final long PATIENCE = 180;

    private static final int MOST_GAPS = 16;
    private static final int MOST_PRINTS = 50;

    /**
     * Ids that were not there.
     *
     * @param since when that was noticed, seconds
     */
    record Gap(long from, long to, long since) {}

    /** The beginning; what is committed late just below the head is looked for from here on. */
    static RtCursor beginning(long head, long now) {
        var window = new Gap(Math.max(1, head - 200), head, now);
        return new RtCursor(Phase.PEOPLE, 1, head, head == 0 ? List.of() : List.of(window), 1, now, List.of());
    }

    RtCursor in(Phase next, long from) {
        return new RtCursor(next, from, head, gaps, peoplePage, peopleAt, peoplePrints);
    }

    /** Where the feed has to be read from. */
    long from() {
        return gaps.stream().mapToLong(Gap::from).min().orElse(head + 1);
    }

    boolean isNew(long id) {
        return id > head || gaps.stream().anyMatch(gap -> gap.from() <= id && id <= gap.to());
    }

    /** After these transactions, ascending, were read. */
    RtCursor having(List<Long> ids, long now) {
        var left = new ArrayList<Gap>();
        for (var gap : gaps) {
            if (now - gap.since() < PATIENCE) {
                left.addAll(without(gap, ids));
            }
        }
        var last = head;
        for (var id : ids) {
            if (id > last) {
                if (id > last + 1) {
                    left.add(new Gap(last + 1, id - 1, now));
                }
                last = id;
            }
        }
        return new RtCursor(phase, at, last, fewer(left), peoplePage, peopleAt, peoplePrints);
    }

    private static List<Gap> without(Gap gap, List<Long> ids) {
        var left = new ArrayList<Gap>();
        var from = gap.from();
        for (var id : ids) {
            if (id >= from && id <= gap.to()) {
                if (id > from) {
                    left.add(new Gap(from, id - 1, gap.since()));
                }
                from = id + 1;
            }
        }
        if (from <= gap.to()) {
            left.add(new Gap(from, gap.to(), gap.since()));
        }
        return left;
    }

    /** Joins neighbours when there are too many: what lies between them is read twice, nothing is left out. */
    private static List<Gap> fewer(List<Gap> gaps) {
        var sorted = new ArrayList<>(gaps);
        sorted.sort((one, other) -> Long.compare(one.from(), other.from()));
        while (sorted.size() > MOST_GAPS) {
            var nearest = 0;
            for (int i = 1; i < sorted.size() - 1; i++) {
                if (distance(sorted, i) < distance(sorted, nearest)) {
                    nearest = i;
                }
            }
            var one = sorted.get(nearest);
            var other = sorted.remove(nearest + 1);
            sorted.set(nearest, new Gap(one.from(), other.to(), Math.max(one.since(), other.since())));
        }
        return List.copyOf(sorted);
    }

    private static long distance(List<Gap> gaps, int index) {
        return gaps.get(index + 1).from() - gaps.get(index).to();
    }

    /** Whether a page of people looks other than last time; those beyond what the cursor can hold always do. */
    boolean differs(int page, int print) {
        return page > peoplePrints.size() || !peoplePrints.get(page - 1).equals(Integer.toString(print, 36));
    }

    RtCursor havingCompared(int page, int print, long now) {
        var prints = new ArrayList<>(peoplePrints);
        if (page <= prints.size()) {
            prints.set(page - 1, Integer.toString(print, 36));
        } else if (prints.size() < MOST_PRINTS) {
            prints.add(Integer.toString(print, 36));
        }
        return new RtCursor(phase, at, head, gaps, page + 1, now, List.copyOf(prints));
    }

    RtCursor fromTheFirstPage(long now) {
        return new RtCursor(phase, at, head, gaps, 1, now, peoplePrints);
    }

    @Override
    public String toString() {
        var written = new StringBuilder("4;" + phase + ";" + at + ";" + head + ";" + peoplePage + ";" + peopleAt + ";");
        written.append(String.join(",", peoplePrints)).append(';');
        written.append(String.join(
                ",",
                gaps.stream()
                        .map(g -> g.from() + ":" + (g.to() - g.from()) + ":" + g.since())
                        .toList()));
        return written.toString();
    }

    /**
     * Null when it is not one of ours; the reader then begins anew. One of an earlier kind was written before articles, assets or
     * notes were read, and reads them now before it goes on.
     */
    static @Nullable RtCursor parse(String written) {
        var parts = written.split(";", -1);
        if (parts.length != 8 || !parts[0].matches("[1234]")) {
            return null;
        }
        try {
            var phase = Phase.valueOf(parts[1]);
            var at = Long.parseLong(parts[2]);
            var later = phase == Phase.FEED ? unread(parts[0]) : phase;
            return new RtCursor(
                    later,
                    later == phase ? at : 0,
                    Long.parseLong(parts[3]),
                    list(parts[7]).stream().map(RtCursor::gap).toList(),
                    Integer.parseInt(parts[4]),
                    Long.parseLong(parts[5]),
                    list(parts[6]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }

    /** What a cursor of this kind in the feed has not read before. */
    private static Phase unread(String kind) {
        return switch (kind) {
            case "1" -> Phase.ARTICLES;
            case "2" -> Phase.ASSETS;
            case "3" -> Phase.NOTES;
            default -> Phase.FEED;
        };
    }

    private static Gap gap(String written) {
        var parts = written.split(":");
        var from = Long.parseLong(parts[0]);
        return new Gap(from, from + Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    private static List<String> list(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split(","));
    }
}
