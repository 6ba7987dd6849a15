package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What an administrator may offer as short answers. */
class QuickReplySettingsTests {

    @Test
    void aLanguageThatIsNotSetHasThePortalsOwnAndAnEmptyListOffersNone() {
        var settings = bound(Map.of(
                "portal.quick-replies.asked.pl[0]", "Dzwonię, proszę czekać.",
                "portal.quick-replies.solved.en", ""));

        assertThat(settings.offered(Move.YOURS_ANSWER, "pl")).containsExactly("Dzwonię, proszę czekać.");
        assertThat(settings.offered(Move.YOURS_ANSWER, "en")).contains("I’ve attached it.");
        assertThat(settings.offered(Move.YOURS_CHECK, "en")).isEmpty();
        assertThat(settings.offered(Move.YOURS_CHECK, "pl")).contains("Działa, dziękuję.");
        assertThat(settings.offered(Move.OURS, "pl")).isEmpty();
    }

    @Test
    void anotherLanguageAnEmptyTextAndALongOneAreRefused() {
        for (var wrong : List.of(
                Map.of("de", List.of("Danke")), Map.of("pl", List.of(" ")), Map.of("pl", List.of("x".repeat(201))))) {
            assertThatThrownBy(() -> new QuickReplySettings(Map.of(), wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("portal.quick-replies");
        }
    }

    private static QuickReplySettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portal.quick-replies", QuickReplySettings.class);
    }
}
