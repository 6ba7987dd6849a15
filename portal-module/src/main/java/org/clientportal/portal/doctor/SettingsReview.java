package org.clientportal.portal.doctor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.OptionalValidatorFactoryBean;

/**
 * Looks at all settings before anything starts, so that one run names every wrong, missing and unknown one. The records say
 * themselves what is right; this only binds them, with the environment under the same strictness as files.
 */
public final class SettingsReview implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final ConfigurationPropertyName PORTAL = ConfigurationPropertyName.of("portal");

    /** Names without a record: switches that choose a configuration, and variables of the launcher and the tools. */
    private static final List<ConfigurationPropertyName> OTHERS = List.of(
            ConfigurationPropertyName.of("portal.itsm.platform"),
            ConfigurationPropertyName.of("portal.cli"),
            ConfigurationPropertyName.of("portal.db"),
            ConfigurationPropertyName.of("portal.java.opts"),
            ConfigurationPropertyName.of("portal.no.build"),
            ConfigurationPropertyName.of("portal.test"));

    private static final List<String> NEEDED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.user",
            "portal.itsm.platform");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var problems = problems(context.getEnvironment());
        if (!problems.isEmpty()) {
            throw new WrongSettings(problems);
        }
    }

    /** A line for each setting that is wrong; none when all is well. */
    static List<String> problems(ConfigurableEnvironment environment) {
        var problems = new LinkedHashSet<String>();
        NEEDED.stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .forEach(name -> problems.add(SettingProblem.missing(name)));
        var types = types(environment);
        unknown(environment, types, problems);
        try (var validator = new OptionalValidatorFactoryBean()) {
            validator.afterPropertiesSet();
            types.forEach(type -> bind(type, environment, validator, problems));
        }
        return List.copyOf(problems);
    }

    private static void bind(
            Class<?> type,
            ConfigurableEnvironment environment,
            OptionalValidatorFactoryBean validator,
            Set<String> problems) {
        BindHandler handler = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true);
        if (MergedAnnotations.from(type).isPresent(Validated.class)) {
            handler = new ValidationBindHandler(handler, validator);
        }
        try {
            Binder.get(environment).bindOrCreate(prefix(type), Bindable.of(type), handler);
        } catch (RuntimeException wrong) {
            problems.addAll(SettingProblem.of(prefix(type), wrong));
        }
    }

    private static void unknown(ConfigurableEnvironment environment, List<Class<?>> types, Set<String> problems) {
        var known = new ArrayList<>(OTHERS);
        types.forEach(type -> known.add(ConfigurationPropertyName.of(prefix(type))));
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(PORTAL::isAncestorOf)
                        .filter(name -> known.stream().noneMatch(one -> one.equals(name) || one.isAncestorOf(name)))
                        .forEach(name -> problems.add(SettingProblem.unknown(name.toString())));
            }
        }
    }

    /** The settings of everything that is chosen; those of another platform are nobody's. */
    private static List<Class<?>> types(ConfigurableEnvironment environment) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false, environment);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var types = new ArrayList<Class<?>>();
        for (var candidate : scanner.findCandidateComponents("org.clientportal")) {
            var type = ClassUtils.resolveClassName(
                    Objects.requireNonNull(candidate.getBeanClassName()), ClassUtils.getDefaultClassLoader());
            if (isChosen(prefix(type), environment)) {
                types.add(type);
            }
        }
        return types;
    }

    private static boolean isChosen(String prefix, ConfigurableEnvironment environment) {
        return !prefix.startsWith("portal.itsm.")
                || prefix.equals("portal.itsm." + environment.getProperty("portal.itsm.platform"));
    }

    private static String prefix(Class<?> type) {
        return MergedAnnotations.from(type).get(ConfigurationProperties.class).getString("prefix");
    }
}
