package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.junit.jupiter.api.Test;

/** Announcements come as they were made, and end when they are withdrawn. */
public interface ContractAnnouncements extends ContractPlatform {

    @Test
    default void anAnnouncementComesWhole() {
        assumeCan(Ability.ANNOUNCEMENTS);
        var cursor = cursorNow();
        var work = announcement(
                Kind.PLANNED_WORK,
                "pl",
                new Audience(
                        false,
                        false,
                        List.of(),
                        List.of("managers"),
                        List.of(cast().anna().personId())),
                Instant.parse("2037-01-02T03:04:00Z"));

        var id = agent().announces(work);

        var seen = awaitAnnouncement(
                cursor, id, a -> !a.gone() && !a.audience().groups().isEmpty());
        assertThat(seen)
                .isEqualTo(new Announcement(
                        id,
                        work.kind(),
                        work.title(),
                        work.text(),
                        work.language(),
                        work.audience(),
                        work.from(),
                        work.until(),
                        false,
                        seen.version()));
    }

    @Test
    default void anOutageThatIsOverIsGone() {
        assumeCan(Ability.ANNOUNCEMENTS);
        var cursor = cursorNow();
        var id = agent().announces(announcement(Kind.OUTAGE, null, Audience.EVERYONE, null));
        var before = awaitAnnouncement(cursor, id, a -> !a.gone());
        assertThat(before.kind()).isEqualTo(Kind.OUTAGE);
        assertThat(before.language()).isNull();
        assertThat(before.until()).isNull();

        agent().withdraws(id);

        assertThat(awaitAnnouncement(cursor, id, Announcement::gone).version()).isGreaterThan(before.version());
        assertThat(new ContractFeed(itsm(), null).readToEnd().announcement(id).filter(a -> !a.gone()))
                .isEmpty();
    }

    private static Announcement announcement(
            Kind kind,
            @org.jspecify.annotations.Nullable String language,
            Audience audience,
            @org.jspecify.annotations.Nullable Instant until) {
        return new Announcement(
                "",
                kind,
                ContractKnowledge.unique("Poczta nie działa – „serwer”"),
                "Pracujemy nad tym.\n\nNie wysyłaj <b>drugi</b> raz & poczekaj.",
                language,
                audience,
                Instant.parse("2026-01-02T03:04:00Z"),
                until,
                false,
                0);
    }
}
