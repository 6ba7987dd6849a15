package org.clientportal.itsm.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.clientportal.itsm.rt.RtCursor.Phase;
import org.junit.jupiter.api.Test;

class RtCursorTests {

    private static final long NOON = 1_795_521_600;

    @Test
    void whatIsMissingIsLookedForAgainAndTakenOnce() {
        var cursor = feed(100).having(List.of(101L, 104L), NOON);

        assertThat(cursor.from()).isEqualTo(102);
        assertThat(LongStream.rangeClosed(100, 105).filter(cursor::isNew)).containsExactly(102L, 103L, 105L);

        var later = cursor.having(List.of(103L), NOON + 5);
        assertThat(LongStream.rangeClosed(100, 105).filter(later::isNew)).containsExactly(102L, 105L);
        assertThat(later.having(List.of(102L), NOON + 6).from()).isEqualTo(105);
    }

    @Test
    void whatStaysAwayIsGivenUpAfterAWhile() {
        var cursor = feed(100).having(List.of(104L), NOON);

        assertThat(cursor.having(List.of(), NOON + 170).from()).isEqualTo(101);
        assertThat(cursor.having(List.of(), NOON + 181).from()).isEqualTo(105);
    }

    @Test
    void theBeginningLooksJustBelowTheHeadToo() {
        assertThat(RtCursor.beginning(1000, NOON).from()).isEqualTo(800);
        assertThat(RtCursor.beginning(0, NOON).from()).isEqualTo(1);
    }

    @Test
    void aCursorIsReadAsItWasWrittenAndStaysShort() {
        var cursor = feed(1_000_000_000);
        for (int i = 1; i < 2000; i++) {
            cursor = cursor.having(List.of(1_000_000_000L + 7L * i), NOON + i / 100);
        }
        for (int page = 1; page <= 300; page++) {
            cursor = cursor.havingCompared(page, Integer.MIN_VALUE + page, NOON);
        }

        assertThat(cursor.toString()).hasSizeLessThanOrEqualTo(1000);
        assertThat(RtCursor.parse(cursor.toString())).isEqualTo(cursor);
        assertThat(cursor.isNew(1_000_000_001L))
                .as("joined gaps leave nothing out")
                .isTrue();
        assertThat(cursor.differs(300, Integer.MIN_VALUE + 300)).isTrue();
        assertThat(cursor.differs(3, Integer.MIN_VALUE + 3)).isFalse();
        assertThat(cursor.differs(3, 17)).isTrue();
    }

    @Test
    void aCursorFromBeforeThereWereArticlesReadsThemAndGoesOnWhereItWas() {
        var cursor = RtCursor.parse("1;FEED;0;100;3;1795521000;;90:3:1795521500");

        assertThat(cursor).isNotNull();
        assertThat(cursor.phase()).isEqualTo(Phase.ARTICLES);
        assertThat(cursor.at()).isZero();
        assertThat(cursor.head()).isEqualTo(100);
        assertThat(cursor.from()).isEqualTo(90);
        assertThat(RtCursor.parse("1;TICKETS;17;100;3;1795521000;;"))
                .isEqualTo(RtCursor.parse("2;TICKETS;17;100;3;1795521000;;"))
                .isEqualTo(RtCursor.parse("3;TICKETS;17;100;3;1795521000;;"))
                .isEqualTo(RtCursor.parse("4;TICKETS;17;100;3;1795521000;;"));
        assertThat(RtCursor.parse("2;FEED;0;100;3;1795521000;;").phase()).isEqualTo(Phase.ASSETS);
        assertThat(RtCursor.parse("3;FEED;0;100;3;1795521000;;").phase()).isEqualTo(Phase.NOTES);
        assertThat(RtCursor.parse("4;FEED;0;100;3;1795521000;;").phase()).isEqualTo(Phase.FEED);
        assertThat(RtCursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @Test
    void aForeignCursorIsNone() {
        for (var foreign : List.of(
                "",
                "abc",
                "1;FEED;x;1;1;1;;",
                "1;NOWHERE;0;1;1;1;;",
                "1;FEED;0;1;1;1;;5:1",
                "5;FEED;0;1;1;1;;",
                "2;FEED")) {
            assertThat(RtCursor.parse(foreign)).as(foreign).isNull();
        }
    }

    private RtCursor feed(long head) {
        return RtCursor.beginning(0, NOON)
                .in(Phase.FEED, 0)
                .having(LongStream.rangeClosed(head, head).boxed().toList(), NOON - 3600)
                .having(List.of(), NOON - 1);
    }
}
