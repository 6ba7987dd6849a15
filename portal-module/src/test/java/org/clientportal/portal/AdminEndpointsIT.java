package org.clientportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of the admin API is in the table of commands, and every one of the table is there. */
class AdminEndpointsIT {

    private static final String ROOT = "/admin/api/v1";
    private static final Pattern TOLD = Pattern.compile("^\\| [^|]+ \\| `([A-Z]+ /[^`]+)` \\|$", Pattern.MULTILINE);

    @Test
    void theTableIsWhatThePortalAnswers() throws IOException {
        var told = TOLD.matcher(Files.readString(Path.of("../docs/admin-api.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var answered = RunningPortal.get()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(ROOT) && !pattern.contains("/openapi"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.substring(ROOT.length()))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(answered);
    }
}
