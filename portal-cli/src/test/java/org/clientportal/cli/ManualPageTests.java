package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class ManualPageTests {

    static List<Syntax> commands() {
        var context = new SpringApplicationBuilder(ShellConfiguration.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("spring.main.banner-mode=off")
                .build();
        context.setAddCommandLineProperties(false);
        try (var running = context.run("version")) {
            return running.getBean(Commands.class).all();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasProseAndAnExample(Syntax syntax) {
        var page = ManualPage.of(syntax);
        assertThat(page).contains("portal " + syntax.name() + " - ").contains("EXAMPLES\n    portal ");
        assertThat(page.substring(page.indexOf("DESCRIPTION"), page.indexOf("OPTIONS"))
                        .strip()
                        .length())
                .as("length of the description")
                .isGreaterThan(60);
        assertThat(page.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void theOverviewNamesEveryCommand() {
        var all = new Commands(commands());
        var page = ManualPage.overview("", all);
        assertThat(all.all()).allSatisfy(syntax -> assertThat(page).contains(syntax.name()));
    }
}
