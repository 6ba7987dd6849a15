package org.clientportal.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.evidence.Finding.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator of the database changes what was confirmed, as a superuser with every right that SQL knows. */
class TamperingIT {

    private static final List<String> TABLES =
            List.of("confirmation", "confirmation_value", "confirmation_link", "confirmation_seal");
    private static final long FEW = 8001;
    private static final long MORE = 8002;
    private static final long ERASED = 8003;
    private static final long ANNA = 501;
    private static final long MAREK = 502;

    private static RunningPortal portal;
    private static JdbcClient administrator;
    private static Verification verification;

    @BeforeAll
    static void sixteenConfirmations() {
        portal = RunningPortal.alone(Map.of("portal.evidence.seal-every", "1h"));
        administrator = portal.administrator();
        verification = portal.bean(Verification.class);
        for (int at = 1; at <= 3; at++) {
            confirm(FEW, ANNA, "F-" + at);
            confirm(MORE, MAREK, "M-" + at);
            confirm(ERASED, at == 2 ? ANNA + 100 : MAREK, "E-" + at);
        }
        portal.bean(Sealing.class).seal();
        for (int at = 4; at <= 6; at++) {
            confirm(MORE, at == 5 ? ANNA : MAREK, "M-" + at);
        }
        assertThat(portal.bean(Erasing.class).erase(ANNA + 100, "karol")).isEqualTo(1);
        portal.bean(Sealing.class).seal();
        confirm(MORE, ANNA, "M-7");
        portal.bean(Sealing.class).writeDown();
        // nothing that a database checks stops an administrator
        administrator.sql("""
                        do $$ declare c record; begin
                          for c in select conrelid::regclass as t, conname from pg_constraint
                            where conrelid::regclass::text like 'confirmation%' and contype in ('c', 'f', 'u') loop
                            execute format('alter table %s drop constraint %I cascade', c.t, c.conname);
                          end loop; end $$""").update();
        TABLES.forEach(table -> administrator
                .sql("create table copy_of_" + table + " as table " + table)
                .update());
    }

    private static void confirm(long organisation, long person, String receipt) {
        portal.work(() -> portal.bean(EvidenceBook.class)
                .keep(SampleConfirmations.of(
                        organisation,
                        person,
                        receipt,
                        java.util.Locale.of("pl"),
                        false,
                        null,
                        List.of(SampleConfirmations.laptop(true), SampleConfirmations.dock(false)))));
    }

    @AfterEach
    void asItWas() {
        for (var table : TABLES) {
            administrator.sql("truncate " + table).update();
            administrator
                    .sql("insert into " + table + (table.equals("confirmation") ? " overriding system value" : "")
                            + " select * from copy_of_" + table)
                    .update();
        }
        assertThat(verdict().ok()).isTrue();
    }

    private static Verdict verdict() {
        return verification.verify(null);
    }

    private static List<Kind> found() {
        return verdict().findings().stream().map(Finding::kind).distinct().toList();
    }

    @Test
    void whatNobodyTouchedIsAsItWas() {
        var verdict = verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.ok()).isTrue();
        assertThat(verdict.chains()).isEqualTo(3);
        assertThat(verdict.confirmations()).isEqualTo(13);
        assertThat(verdict.links()).isEqualTo(14);
        assertThat(verdict.erased()).isEqualTo(1);
        assertThat(verdict.seals()).isEqualTo(5);
        assertThat(verdict.unsealed()).isEqualTo(1);
        assertThat(verdict.witnessed()).isEqualTo(14 + 5);
    }

    private static final String THE_THIRD = "(select id from confirmation where organisation = 8002 and seq = 3)";

    static Stream<Arguments> deeds() {
        return Stream.of(
                deed(
                        Kind.VALUE_CHANGED,
                        "update confirmation_value set value = 'true' where name = 'line.2.accepted' and confirmation = "
                                + THE_THIRD),
                deed(
                        Kind.VALUE_CHANGED,
                        "update confirmation_value set value = value || ' ' where name = 'signed-name' and confirmation = "
                                + THE_THIRD),
                deed(
                        Kind.VALUE_CHANGED,
                        "update confirmation_value set salt = null, value = null where name = 'line.1.comment' and confirmation = "
                                + THE_THIRD),
                deed(
                        Kind.VALUES_DIFFER,
                        "delete from confirmation_value where name = 'line.1.comment' and confirmation = " + THE_THIRD),
                deed(
                        Kind.VALUES_DIFFER,
                        "insert into confirmation_value select confirmation, 'line.3.name', salt, value, hash from confirmation_value"
                                + " where name = 'line.2.name' and confirmation = " + THE_THIRD),
                deed(
                        Kind.PDF_CHANGED,
                        "update confirmation set pdf = set_byte(pdf, length(pdf) - 3, 65) where id = " + THE_THIRD),
                deed(Kind.PDF_CHANGED, "update confirmation set pdf = pdf || '\\x00'::bytea where id = " + THE_THIRD),
                deed(
                        Kind.PDF_CHANGED,
                        "update confirmation set pdf = (select pdf from confirmation where organisation = 8002 and seq = 2)"
                                + " where id = " + THE_THIRD),
                deed(Kind.LOOKUP_CHANGED, "update confirmation set person = 501 where id = " + THE_THIRD),
                deed(Kind.LOOKUP_CHANGED, "update confirmation set check_code = 'X' where id = " + THE_THIRD),
                deed(Kind.CONFIRMATION_MISSING, "delete from confirmation where id = " + THE_THIRD),
                deed(
                        Kind.CONFIRMATION_UNLINKED,
                        "update confirmation set organisation = 8009, seq = 1 where id = " + THE_THIRD),
                deed(Kind.CONFIRMATION_UNLINKED, "delete from confirmation_link where organisation = 8002 and seq = 3"),
                deed(
                        Kind.LINK_MISSING,
                        "with c as (delete from confirmation where organisation = 8002 and seq = 3)"
                                + " delete from confirmation_link where organisation = 8002 and seq = 3"),
                deed(
                        Kind.LINK_MISSING,
                        "with c as (delete from confirmation where organisation = 8002 and seq = 1)"
                                + " delete from confirmation_link where organisation = 8002 and seq = 1"),
                // two signed for each other
                deed(
                        Kind.VALUES_DIFFER,
                        "update confirmation set seq = 5 - seq where organisation = 8002 and seq in (2, 3)"),
                // in another order
                deed(
                        Kind.LINK_CHANGED,
                        "alter table confirmation_link drop constraint confirmation_link_pkey;"
                                + "update confirmation_link set seq = 5 - seq where organisation = 8002 and seq in (2, 3);"
                                + "alter table confirmation_link add primary key (organisation, seq)"),
                deed(
                        Kind.LINK_CHANGED,
                        "update confirmation_link set at = at - interval '1 day' where organisation = 8002 and seq = 3"),
                deed(
                        Kind.LINK_CHANGED,
                        "insert into confirmation_link select organisation, 8, kind, erases, at, leaf, previous, hash, key, signature"
                                + " from confirmation_link where organisation = 8002 and seq = 7"),
                deed(
                        Kind.ERASED_WITHOUT_RECORD,
                        "with v as (update confirmation_value set salt = null, value = null, name = encode(hash, 'hex')"
                                + " where confirmation = " + THE_THIRD
                                + ") update confirmation set person = null, receipt = null, version = null, check_code = null,"
                                + " file_name = null, pdf = null, pdf_salt = null, erased_at = now() where id = "
                                + THE_THIRD),
                deed(
                        Kind.BACK_AFTER_ERASING,
                        "update confirmation set person = 501 where organisation = 8003 and seq = 2"),
                deed(Kind.LINK_MISSING, "delete from confirmation_link where organisation = 8003 and seq = 2"),
                // the erasing itself is taken out: the last link of its chain
                deed(Kind.CUT_OFF, "delete from confirmation_link where organisation = 8003 and seq = 4"),
                deed(Kind.SEAL_MISSING, "delete from confirmation_seal where number = 2"),
                deed(Kind.SEAL_CHANGED, "update confirmation_seal set last_seq = 2 where number = 1"),
                deed(Kind.SEAL_FORGED, "update confirmation_seal set signature = set_byte(signature, 9, 7)"),
                // the ends
                deed(
                        Kind.CUT_OFF,
                        "delete from confirmation_link where organisation = 8002 and seq > 3;"
                                + "delete from confirmation where organisation = 8002 and seq > 3;"
                                + "delete from confirmation_seal where number > 3"),
                deed(
                        Kind.CUT_OFF,
                        "delete from confirmation_link where organisation = 8002 and seq = 7;"
                                + "delete from confirmation where organisation = 8002 and seq = 7"),
                deed(
                        Kind.CUT_OFF,
                        "delete from confirmation_link where organisation = 8001;"
                                + "delete from confirmation where organisation = 8001;"
                                + "delete from confirmation_seal where organisation = 8001"),
                deed(
                        Kind.CUT_OFF,
                        "truncate confirmation, confirmation_value, confirmation_link, confirmation_seal, confirmation_unsealed"));
    }

    private static Arguments deed(Kind kind, String sql) {
        return Arguments.of(kind, sql);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void whatAnAdministratorDoesIsFound(Kind kind, String sql) {
        for (var statement : sql.split(";")) {
            administrator.sql(statement).update();
        }
        assertThat(found()).contains(kind);
    }

    @Test
    void whateverIsChangedAtRandomIsFound() {
        var random = new Random(20261127);
        for (int round = 0; round < 120; round++) {
            var change = RandomChange.of(administrator, TABLES.get(random.nextInt(TABLES.size())), random);
            var verdict = verdict();
            assertThat(verdict.ok()).as(change.sql()).isFalse();
            assertThat(verdict.findings()).as(change.sql()).isNotEmpty();
            change.undo(administrator);
        }
        assertThat(verdict().ok()).isTrue();
    }

    @Test
    void aChainWorkedOutAgainWithoutTheKeyIsFound() {
        var forger = new Forger(administrator, MORE);
        forger.accept(3, "line.2.accepted", "true");
        forger.chainAgain();
        assertThat(found()).contains(Kind.LINK_FORGED, Kind.SEAL_BROKEN, Kind.CUT_OFF);
    }

    @Test
    void aChainWorkedOutAgainAndSignedByAnotherKeyIsFound() {
        var forger = new Forger(administrator, MORE);
        forger.accept(3, "line.2.accepted", "true");
        forger.signAll();
        var findings = verdict().findings();
        assertThat(findings.stream().map(Finding::kind).distinct())
                .contains(Kind.LINK_FORGED, Kind.SEAL_FORGED, Kind.CUT_OFF)
                .doesNotContain(Kind.LINK_CHANGED, Kind.SEAL_CHANGED, Kind.SEAL_BROKEN, Kind.VALUES_DIFFER);
        assertThat(findings).anyMatch(finding -> finding.detail().contains("does not count here"));
    }

    @Test
    void onlyOutsideTheDatabaseItIsSeenThatAnEndWasCutOffCleanly() {
        for (var statement : List.of(
                "delete from confirmation_link where organisation = 8002 and seq = 7",
                "delete from confirmation where organisation = 8002 and seq = 7")) {
            administrator.sql(statement).update();
        }
        var verdict = verdict();
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CUT_OFF);
            assertThat(finding.detail()).isEqualTo("was written down outside and is missing");
        });
    }

    @Test
    void whatIsKeptFromBeingSealedIsNoticed() {
        var later = new Verification(
                portal.bean(StoredRows.class),
                portal.bean(Seals.class),
                portal.bean(Witness.class),
                portal.bean(EvidenceKeys.class),
                portal.bean(EvidenceSettings.class),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(3)),
                portal.context().getBeanProvider(ShownConfirmations.class));
        assertThat(later.verify(null).findings()).extracting(Finding::kind).containsExactly(Kind.UNSEALED);
    }

    /** Somebody says that links wait which are none: nothing is sealed of it, and it is not asked again. */
    @Test
    void whatWaitsForASealWithoutALinkIsPassedOver() {
        administrator
                .sql("insert into confirmation_unsealed (organisation, seq) values (8001, 2), (8001, 900), (8088, 1)")
                .update();
        portal.bean(Sealing.class).seal();
        assertThat(administrator
                        .sql("select count(*) from confirmation_unsealed where organisation in (8001, 8088)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(verdict().ok()).isTrue();
    }

    @Test
    void linesKeptElsewhereAreComparedToo() {
        var elsewhere = List.of(
                "{\"organisation\":8002,\"seq\":9,\"hash\":\"ab\"}",
                "torn {",
                "",
                "{\"number\":77,\"hash\":\"cd\",\"organisation\":1}");
        var verdict = verification.verify(elsewhere.stream());
        assertThat(verdict.findings()).extracting(Finding::kind).containsExactly(Kind.CUT_OFF, Kind.CUT_OFF);
    }

    @Test
    void ofWhatWasErasedNothingIsLeftButHashes() {
        var left = new ArrayList<String>();
        for (var table : List.of("confirmation", "confirmation_value")) {
            left.addAll(administrator
                    .sql("select t::text from " + table + " t where "
                            + (table.equals("confirmation") ? "id" : "confirmation")
                            + " = (select id from confirmation where organisation = 8003 and seq = 2)")
                    .query(String.class)
                    .list());
        }
        assertThat(left)
                .hasSizeGreaterThan(10)
                .noneMatch(row -> row.contains("Wiśniewska")
                        || row.contains(",601,")
                        || row.contains("E-2")
                        || row.contains("signed-name"));
    }

    @Test
    void theDatabasesAdministratorNoticesNothingOfAnHonestErasing() {
        var code = administrator
                .sql("select check_code from confirmation where organisation = 8001 and seq = 1")
                .query(String.class)
                .single();
        assertThat(verification.isValid(code)).isTrue();
        administrator
                .sql("update confirmation_value set value = 'false' where name = 'line.1.accepted'")
                .update();
        assertThat(verification.isValid(code)).isFalse();
    }
}
