package org.clientportal.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.portal.catalogue.SampleCatalogue.kind;
import static org.clientportal.portal.catalogue.SampleCatalogue.with;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.admin.AdminProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file is planned, applied as a whole by somebody, and given back as it was. */
class CataloguesIT {

    private static final String FIELDS = "- { id: size, type: choice, label: Size, options: [small, large] }\n";

    private final RunningPortal portal = RunningPortal.get();
    private final Catalogues catalogues = portal.bean(Catalogues.class);

    @BeforeEach
    @AfterEach
    void noCatalogue() {
        SampleCatalogue.forget(portal);
    }

    @Test
    void whatIsExportedChangesNothingWhenItIsAppliedAgain() {
        var file = "# a comment of ours\n" + with("laptop", 1, "everyone", FIELDS, "");

        var first = catalogues.apply(file, Map.of(), 0L, "ola");
        var exported = catalogues.export(null);
        var again = catalogues.apply(exported.source(), exported.pictures(), exported.number(), "ela");

        assertThat(first.items()).singleElement().satisfies(item -> {
            assertThat(item.object()).isEqualTo("laptop");
            assertThat(item.action()).isEqualTo("add");
        });
        assertThat(exported.source()).isEqualTo(file);
        assertThat(exported.appliedBy()).isEqualTo("ola");
        assertThat(again.changes()).isZero();
        assertThat(catalogues.export(null).number()).isEqualTo(exported.number());
        assertThat(count("select count(*) from catalogue")).isEqualTo(1);
    }

    @Test
    void aPlanTellsValueByValueAndChangesNothing() {
        catalogues.apply(
                with("laptop", 1, "everyone", FIELDS, "") + kind("phone", 1, "everyone", FIELDS, ""),
                Map.of(),
                null,
                "ola");
        var changed = with("laptop", 2, "organisation:brzozow", FIELDS.replace("large", "huge"), "")
                .replace("Pomoc", "Wsparcie");

        var plan = catalogues.plan(changed, Map.of());

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.items())
                .extracting(item -> item.object() + " " + item.action() + " " + item.what() + ": " + item.is() + " > "
                        + item.wanted())
                .contains(
                        "laptop change version: 1 > 2",
                        "laptop change audience: everyone > organisation:brzozow",
                        "laptop change heading.pl: Pomoc > Wsparcie",
                        "laptop change fields.size.options (order): small, large > small, huge",
                        "phone retire version 1: null > null");
        assertThat(portal.bean(CatalogueOverview.class).kinds())
                .extracting(CatalogueOverview.Row::id)
                .containsExactly("laptop", "phone");
    }

    @Test
    void aNumberStandsForOneContent() {
        catalogues.apply(with("laptop", 3, "everyone", FIELDS, ""), Map.of(), null, "ola");
        var other = with("laptop", 3, "everyone", FIELDS.replace("large", "huge"), "");

        assertThat(catalogues.plan(other, Map.of()).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.message()).isEqualTo("laptop has changed and its version has not: write 'version: 4'");
        });
        assertThatThrownBy(() -> catalogues.apply(other, Map.of(), null, "ola"))
                .isInstanceOf(AdminProblem.class)
                .hasMessageContaining("in line 5");
        catalogues.apply(with("phone", 1, "everyone", FIELDS, ""), Map.of(), null, "ola");
        // back again as it was: the same content under the same number
        assertThat(catalogues
                        .plan(with("laptop", 3, "everyone", FIELDS, ""), Map.of())
                        .problems())
                .isEmpty();
        assertThat(catalogues.plan(other, Map.of()).problems()).hasSize(1);
    }

    @Test
    void whatDoesNotExistStandsInTheWayAndWhatMayComeDoesNot() {
        var file = with("laptop", 1, "\"organisation:Nowhere\", \"group:nobody\"", FIELDS, """
                routing: { category: attic, priority: never, fields: { Colour: red } }
                examples:
                  - { name: fails, values: { size: small }, ticket: { priority: high } }
                """);

        var plan = catalogues.plan(file, Map.of());

        assertThat(plan.problems())
                .extracting(Problems.Problem::message)
                .anyMatch(told -> told.contains("no organisation is called Nowhere"))
                .anyMatch(told -> told.contains(
                        "the platform has no category attic; it has hardware (Hardware), network (Network)"))
                .anyMatch(told -> told.contains("the platform has no priority never"))
                .anyMatch(told -> told.contains("example 'fails': priority is 'never'"));
        assertThat(plan.notes())
                .extracting(Problems.Problem::message)
                .anyMatch(told -> told.contains("nobody is in the group nobody yet"))
                .anyMatch(told -> told.contains("no field Colour"));
        assertThat(count("select count(*) from request_kind")).isZero();
    }

    @Test
    void ofTwoAtOnceOneLooksAgain() throws Exception {
        var base = catalogues
                .plan(with("laptop", 1, "everyone", FIELDS, ""), Map.of())
                .base();
        var tries = List.<Callable<Boolean>>of(
                () -> applied(with("laptop", 1, "everyone", FIELDS, ""), base),
                () -> applied(with("phone", 1, "everyone", FIELDS, ""), base));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var done = threads.invokeAll(tries);
            assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(count("select count(*) from request_kind where not retired")).isEqualTo(1);
    }

    private boolean applied(String file, long base) {
        try {
            catalogues.apply(file, Map.of(), base, "ola");
            return true;
        } catch (AdminProblem meanwhile) {
            return false;
        }
    }

    @Test
    void whoAppliedWhatIsRecorded() {
        catalogues.apply(with("password", 1, "everyone", FIELDS, ""), Map.of(), null, "ola");
        catalogues.apply(with("password", 2, "everyone", FIELDS.replace("large", "huge"), ""), Map.of(), null, "ela");

        var deeds = portal.inWork(() -> portal.jdbc()
                .sql("select actor || ' ' || before::text || ' ' || after::text from audit"
                        + " where act = 'catalogue.applied' order by id desc limit 2")
                .query(String.class)
                .list());
        assertThat(deeds.getFirst()).isEqualTo("ela {\"kinds\": {\"password\": 1}} {\"kinds\": {\"password\": 2}}");
        assertThat(portal.bean(CatalogueOverview.class).history())
                .extracting(CatalogueOverview.Applied::appliedBy)
                .startsWith("ela", "ola");
    }

    @Test
    void aPictureIsDrawnAnewAndWhatIsNoneIsRefused() throws IOException {
        var file = with("laptop", 1, "everyone", FIELDS, "picture: pictures/laptop.png");

        assertThat(catalogues.plan(file, Map.of()).picturesWanted()).containsExactly("pictures/laptop.png");
        for (var bad : List.of(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(),
                Arrays.copyOf(picture(50, 50), 60),
                picture(5000, 2))) {
            assertThat(catalogues.plan(file, Map.of("pictures/laptop.png", bad)).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("the picture pictures/laptop.png"));
        }
        var given = picture(800, 400);
        catalogues.apply(file, Map.of("pictures/laptop.png", given), null, "ola");
        var drawn = portal.inWork(() -> portal.jdbc()
                .sql("select png from catalogue_picture")
                .query(byte[].class)
                .single());
        var image = ImageIO.read(new ByteArrayInputStream(drawn));
        assertThat(image.getWidth()).isEqualTo(Pictures.SIDE);
        assertThat(image.getHeight()).isEqualTo(Pictures.SIDE / 2);
        // what is given back are the bytes that were given; and they need not come a second time
        assertThat(catalogues.export(null).pictures().get("pictures/laptop.png"))
                .isEqualTo(given);
        assertThat(catalogues.plan(file, Map.of()).changes()).isZero();
        catalogues.apply(with("phone", 1, "everyone", FIELDS, ""), Map.of(), null, "ola");
        assertThat(count("select count(*) from catalogue_picture")).isZero();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private long count(String sql) {
        return portal.inWork(() -> portal.jdbc().sql(sql).query(Long.class).single());
    }
}
