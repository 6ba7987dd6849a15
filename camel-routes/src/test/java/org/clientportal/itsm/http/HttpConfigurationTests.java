package org.clientportal.itsm.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientportal.itsm.ItsmConnector;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class HttpConfigurationTests {

    private final ApplicationContextRunner portal =
            new ApplicationContextRunner().withUserConfiguration(HttpConfiguration.class);

    @Test
    void chosenBySetting() {
        portal.withPropertyValues(
                        "portal.itsm.platform=http",
                        "portal.itsm.http.url=https://bridge.example/connector/v1",
                        "portal.itsm.http.token=t")
                .run(context -> assertThat(context).hasSingleBean(ItsmConnector.class));
    }

    @Test
    void absentForAnotherPlatform() {
        portal.withPropertyValues("portal.itsm.platform=rt")
                .run(context -> assertThat(context).doesNotHaveBean(ItsmConnector.class));
    }

    @Test
    void aMissingAddressAndTokenAreNamed() {
        portal.withPropertyValues("portal.itsm.platform=http").run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("the address of the bridge")
                    .hasMessageContaining("the bearer token of the bridge");
        });
    }

    @Test
    void anUnknownKeyAndAnAddressWithoutSchemeAreRefused() {
        var complete = portal.withPropertyValues(
                "portal.itsm.platform=http", "portal.itsm.http.url=https://bridge.example", "portal.itsm.http.token=t");
        complete.withPropertyValues("portal.itsm.http.tokne=t")
                .run(context -> assertThat(context).hasFailed());
        complete.withPropertyValues("portal.itsm.http.url=bridge.example")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("must begin with http"));
    }
}
