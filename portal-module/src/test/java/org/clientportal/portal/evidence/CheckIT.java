package org.clientportal.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.clientportal.portal.RunningPortal;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Somebody with a paper in their hands asks whether it is valid, and learns nothing else. */
class CheckIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final long ORGANISATION = 6_001;

    @Test
    void itSaysWhetherAConfirmationIsValidToAnybody() {
        var kept = PORTAL.inWork(
                () -> PORTAL.bean(EvidenceBook.class).keep(SampleConfirmations.ofTwo(ORGANISATION, "R-1")));
        var stranger = PORTAL.stranger();

        assertThat(stranger.page("/check").select("form[action=/check] input[name=code]"))
                .hasSize(1);
        var typed = stranger.get("/check?code="
                + kept.checkCode().toLowerCase(java.util.Locale.ROOT).replace('-', '+'));
        assertThat(typed.statusCode()).isEqualTo(302);
        assertThat(typed.headers().firstValue("Location").orElseThrow()).endsWith("/check/" + kept.checkCode());

        var answer = stranger.get("/check/" + kept.checkCode());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select("h1").text())
                .isIn("To potwierdzenie jest ważne", "This confirmation is valid");
        assertThat(answer.body()).doesNotContain("Wiśniewska", "Laptop", "R-1", "Zieliński");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
    }

    @Test
    void whateverIsNotValidGetsTheSameAnswerAfterTheSameTime() {
        var altered = PORTAL.inWork(
                () -> PORTAL.bean(EvidenceBook.class).keep(SampleConfirmations.ofTwo(ORGANISATION, "R-2")));
        PORTAL.administrator()
                .sql("update confirmation set pdf = pdf || '\\x00'::bytea where id = ?")
                .param(altered.id())
                .update();
        var mistyped =
                altered.checkCode().replaceFirst("^.", altered.checkCode().startsWith("0") ? "1" : "0");
        var stranger = PORTAL.stranger();
        String first = null;
        for (var code : new String[] {altered.checkCode(), mistyped, CheckCode.fresh(), "x", "%27%20or%201=1"}) {
            var began = System.nanoTime();
            var answer = stranger.get("/check/" + code);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(299));
            assertThat(answer.statusCode()).isEqualTo(200);
            var told = told(answer);
            first = first == null ? told : first;
            assertThat(told).as(code).isEqualTo(first);
        }
        assertThat(first).containsAnyOf("Nie mamy ważnego potwierdzenia", "We have no valid confirmation");
        PORTAL.administrator()
                .sql("update confirmation set pdf = substring(pdf for length(pdf) - 1) where id = ?")
                .param(altered.id())
                .update();
        assertThat(told(stranger.get("/check/" + altered.checkCode()))).isNotEqualTo(first);
    }

    private static String told(HttpResponse<String> answer) {
        var page = Jsoup.parse(answer.body());
        page.select("input").remove();
        return page.select("main").text();
    }

    @Test
    void onlySoManyAreTriedFromOnePlaceAndAltogether() {
        var now = new Settable();
        var limits = new CheckLimits(now);
        for (int at = 0; at < CheckLimits.FROM_ONE; at++) {
            assertThat(limits.allows("2001:db8:1:2::" + at)).isTrue();
        }
        assertThat(limits.allows("2001:db8:1:2:ffff::1")).isFalse();
        assertThat(limits.allows("2001:db8:1:3::1")).isTrue();
        for (int at = CheckLimits.FROM_ONE + 1; at < CheckLimits.ALTOGETHER; at++) {
            assertThat(limits.allows("10." + at / 62500 + "." + at / 250 % 250 + "." + at % 250))
                    .isTrue();
        }
        assertThat(limits.allows("192.0.2.1")).isFalse();
        now.at = now.at.plus(Duration.ofMinutes(11));
        assertThat(limits.allows("192.0.2.1")).isTrue();
        assertThat(limits.allows("2001:db8:1:2::1")).isTrue();
    }

    private static final class Settable extends Clock {

        private Instant at = Instant.parse("2026-11-24T10:00:00Z");

        @Override
        public Instant instant() {
            return at;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
