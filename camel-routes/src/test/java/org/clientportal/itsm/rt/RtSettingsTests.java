package org.clientportal.itsm.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.PlatformPack;
import org.clientportal.itsm.StatusMeaning;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class RtSettingsTests {

    private final ApplicationContextRunner portal = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withConfiguration(UserConfigurations.of(RtConfiguration.class));

    private final ApplicationContextRunner chosen = portal.withPropertyValues(
            "portal.itsm.platform=rt",
            "portal.itsm.rt.url=https://rt.oriale.example",
            "portal.itsm.rt.user=portal",
            "portal.itsm.rt.password=never-printed");

    @Test
    void withoutRtThePackCanBePrintedAndNothingElseIsThere() {
        portal.run(context -> {
            assertThat(context).hasSingleBean(PlatformPack.class).doesNotHaveBean(ItsmConnector.class);
            var pack = context.getBean(PlatformPack.class);
            assertThat(pack.print()).contains("rt-setup-database-5", "Portal request key", "Portal entry author");
            assertThat(pack.check()).singleElement().satisfies(check -> {
                assertThat(check.ok()).isFalse();
                assertThat(check.advice()).contains("portal.itsm.platform");
            });
        });
    }

    @Test
    void urlAndAccountAreEnough() {
        chosen.run(context -> {
            assertThat(context).hasSingleBean(ItsmConnector.class);
            var settings = context.getBean(RtSettings.class);
            assertThat(settings.requestLimit()).isEqualTo(Duration.ofSeconds(60));
            assertThat(settings.meaning("stalled")).isEqualTo(StatusMeaning.WAITING_FOR_PERSON);
            assertThat(settings.meaning("unheard-of")).isEqualTo(StatusMeaning.IN_WORK);
            assertThat(settings.toString()).contains("rt.oriale.example").doesNotContain("never-printed");
        });
    }

    @Test
    void statusesComeOnTopOfRtsOwn() {
        chosen.withPropertyValues(
                        "portal.itsm.rt.statuses.with-supplier=waiting-for-others",
                        "portal.itsm.rt.statuses.stalled=planned",
                        "portal.itsm.rt.priorities.10.en=Normal",
                        "portal.itsm.rt.queue-names.Support.pl=Wsparcie",
                        "portal.itsm.rt.employee-domains=oriale.example")
                .run(context -> {
                    var settings = context.getBean(RtSettings.class);
                    assertThat(settings.meaning("with-supplier")).isEqualTo(StatusMeaning.WAITING_FOR_OTHERS);
                    assertThat(settings.meaning("stalled")).isEqualTo(StatusMeaning.PLANNED);
                    assertThat(settings.meaning("resolved")).isEqualTo(StatusMeaning.SOLVED);
                    assertThat(settings.priorities()).containsOnlyKeys(10);
                    assertThat(settings.queueNames().get("Support")).containsEntry("pl", "Wsparcie");
                    assertThat(settings.employs("Anna@ORIALE.example")).isTrue();
                    assertThat(settings.employs("anna@notoriale.example")).isFalse();
                });
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        portal.withPropertyValues("portal.itsm.platform=rt", "portal.itsm.rt.url=rt.oriale.example")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("url must begin with http")
                        .hasMessageContaining("the account of the portal"));
        chosen.withPropertyValues("portal.itsm.rt.pasword=x")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("pasword"));
    }
}
