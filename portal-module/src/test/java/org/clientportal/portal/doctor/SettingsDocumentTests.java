package org.clientportal.portal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** docs/settings.md names every setting there is, and none besides. */
class SettingsDocumentTests {

    private static final Pattern NAMED =
            Pattern.compile("^\\| `(portal\\.(?!itsm\\.platform)[a-z.-]+)", Pattern.MULTILINE);

    @Test
    void theDocumentIsWholeAndTrue() throws Exception {
        var named = NAMED.matcher(Files.readString(Path.of("../docs/settings.md")))
                .results()
                .map((MatchResult match) -> match.group(1).replaceFirst("\\.(pl)?$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(settings());
    }

    private static TreeSet<String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.clientportal").stream()
                .map(candidate ->
                        ClassUtils.resolveClassName(Objects.requireNonNull(candidate.getBeanClassName()), null))
                .flatMap(type -> keys(
                        MergedAnnotations.from(type)
                                .get(ConfigurationProperties.class)
                                .getString("prefix"),
                        type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> keys(prefix, type, component));
    }

    private static Stream<String> keys(String prefix, Class<?> type, RecordComponent component) {
        var key = prefix + "." + DataObjectPropertyName.toDashedForm(name(type, component));
        return component.getType().isRecord() ? keys(key, component.getType()) : Stream.of(key);
    }

    /** A word of Java such as {@code public} is given by an annotation. */
    private static String name(Class<?> type, RecordComponent component) {
        return MergedAnnotations.from(Objects.requireNonNull(ReflectionUtils.findField(type, component.getName())))
                .get(Name.class)
                .getValue("value", String.class)
                .orElse(component.getName());
    }
}
