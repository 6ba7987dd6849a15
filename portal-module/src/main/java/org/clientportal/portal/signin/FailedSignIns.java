package org.clientportal.portal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.ports.SignInEvents.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Failed sign-ins of people who may use the portal. Of each login the newest are kept, for as long as those that succeeded; of
 * anybody else nothing is.
 */
@Component
class FailedSignIns {

    private static final int KEPT = 50;
    private static final int SHOWN = 10;
    /** Attempts from one address that are no further apart are one row for its owner. */
    private static final Duration TOGETHER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    FailedSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Attempts from one address, shortly one after another.
     *
     * @param at of the last one
     */
    record Attempts(Instant at, String address, int count) {}

    /** Newest first; outside of transactions, like the sign-ins that succeeded. */
    List<Attempts> of(String login) {
        var together = new ArrayList<Attempts>();
        var began = new ArrayList<Instant>();
        jdbc.sql("select at, address from failed_sign_in where login_subject = ? order by at desc, event")
                .param(login)
                .query((row, number) -> new Attempts(
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("address"), 1))
                .list()
                .forEach(one -> add(one, together, began));
        return together.stream().limit(SHOWN).toList();
    }

    /** @param began of each of those together the earliest so far */
    private static void add(Attempts one, List<Attempts> together, List<Instant> began) {
        for (int at = 0; at < together.size(); at++) {
            var those = together.get(at);
            if (those.address().equals(one.address())
                    && Duration.between(one.at(), began.get(at)).compareTo(TOGETHER) <= 0) {
                together.set(at, new Attempts(those.at(), those.address(), those.count() + 1));
                began.set(at, one.at());
                return;
            }
        }
        together.add(one);
        began.add(one.at());
    }

    /** How far Keycloak's events were read; a portal that never did begins with what is kept. */
    @WorkTransaction
    public Instant readUpTo() {
        return jdbc.sql("select upto from failed_sign_in_read")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElseGet(() -> clock.instant().minus(OpenSessions.HISTORY_KEPT));
    }

    /** Takes what was read, and notes how far that goes. */
    @WorkTransaction
    public void take(List<Refusal> refusals, Instant upTo) {
        refusals.stream()
                .filter(refusal -> refusal.loginId().isPresent())
                .collect(Collectors.groupingBy(refusal -> refusal.loginId().orElseThrow()))
                .forEach(this::take);
        jdbc.sql("""
                        insert into failed_sign_in_read (upto) values (:upto)
                        on conflict (id) do update set upto = greatest(failed_sign_in_read.upto, excluded.upto)""").param("upto", at(upTo)).update();
    }

    /** @param those oldest first */
    private void take(String login, List<Refusal> those) {
        those.subList(Math.max(0, those.size() - KEPT), those.size())
                .forEach(refusal -> jdbc.sql("""
                        insert into failed_sign_in (event, login_subject, at, address)
                        select :event, l.keycloak_id, :at, :address from login l join person p on p.id = l.person
                        where l.keycloak_id = :login and l.enabled and p.active
                        on conflict (event) do nothing""")
                        .param("event", refusal.event())
                        .param("at", at(refusal.at()))
                        .param("address", refusal.address())
                        .param("login", login)
                        .update());
        jdbc.sql("""
                        delete from failed_sign_in where login_subject = :login and event not in (
                          select event from failed_sign_in where login_subject = :login order by at desc, event limit :kept)""").param("login", login).param("kept", KEPT).update();
    }

    @WorkTransaction
    public void forget() {
        jdbc.sql("delete from failed_sign_in where at < ?")
                .param(at(clock.instant().minus(OpenSessions.HISTORY_KEPT)))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
