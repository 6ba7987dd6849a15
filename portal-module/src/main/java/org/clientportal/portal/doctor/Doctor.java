package org.clientportal.portal.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.clientportal.itsm.Check;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.portal.access.SignInSettings;
import org.clientportal.ports.Logins;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** {@code ./portal doctor}: asks every part for its word, with the settings of {@code ./portal serve} but without it. */
public final class Doctor {

    private static final long LIMIT_SECONDS = 30;

    private final ConfigurableApplicationContext parts;

    private Doctor(ConfigurableApplicationContext parts) {
        this.parts = parts;
    }

    /** Prints what it found on standard output; the exit status is 0 when all is well, 1 when not, 2 for a wrong option. */
    public static int run(List<String> options) {
        var json = options.equals(List.of("--output", "json")) || options.equals(List.of("--output=json"));
        if (!json && !options.isEmpty() && !options.equals(List.of("--output", "table"))) {
            System.err.println("portal doctor: wants nothing, or --output table|json");
            return 2;
        }
        try (var parts = parts()) {
            var findings = new Findings(new Doctor(parts).examine());
            System.out.println(json ? findings.json() : findings.table());
            return findings.ok() ? 0 : 1;
        }
    }

    private static ConfigurableApplicationContext parts() {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .properties("logging.level.root=OFF", "spring.main.keep-alive=false")
                .run();
    }

    private Map<String, Check> examine() {
        var environment = parts.getEnvironment();
        var checks = new LinkedHashMap<String, Callable<Check>>();
        checks.put("settings", this::settings);
        checks.put("database", () -> new DatabaseCheck(environment).check());
        checks.put("sign-in", () -> new SignInCheck(parts.getBean(SignInSettings.class)).check());
        checks.put("logins", () -> with(Logins.class, Logins::check, "portal.keycloak.url"));
        checks.put("platform", () -> with(ItsmConnector.class, ItsmConnector::check, "portal.itsm.platform"));
        checks.put("mail in", () -> new MailboxCheck(environment).check());
        checks.put(
                "mail out",
                () -> with(JavaMailSenderImpl.class, sender -> new PostCheck(sender).check(), "spring.mail.host"));
        return answers(checks);
    }

    private static Map<String, Check> answers(Map<String, Callable<Check>> checks) {
        var answers = new LinkedHashMap<String, Check>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new LinkedHashMap<String, Future<Check>>();
            checks.forEach((name, check) -> running.put(name, threads.submit(check)));
            running.forEach((name, answer) -> answers.put(name, answer(answer)));
            threads.shutdownNow();
        }
        return answers;
    }

    private static Check answer(Future<Check> answer) {
        try {
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            return failed(failure);
        } catch (TimeoutException slow) {
            return Check.failed(
                    "no answer within " + LIMIT_SECONDS + " s", "See whether the part works, or is reached at all.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Check.failed("stopped", "");
        }
    }

    private static Check failed(ExecutionException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return failure.getCause() instanceof BeansException
                ? Check.failed("its settings are wrong: " + root.getMessage(), "See settings above.")
                : Check.failed(String.valueOf(root.getMessage()), "Look at it, it is an error of the portal.");
    }

    private Check settings() {
        var problems = SettingsReview.problems(parts.getEnvironment());
        return problems.isEmpty()
                ? Check.passed("all there, none unknown")
                : Check.failed(String.join("\n", problems), "Mend them; docs/settings.md names them all.");
    }

    private <T> Check with(Class<T> part, Function<T, Check> check, String setting) {
        try {
            return check.apply(parts.getBean(part));
        } catch (NoSuchBeanDefinitionException absent) {
            return Check.failed("not set up", "Set " + setting + ".");
        }
    }

    /** What can be asked, each made when it is asked. */
    @ComponentScan({"org.clientportal.itsm", "org.clientportal.keycloak"})
    @ConfigurationPropertiesScan("org.clientportal")
    @ImportAutoConfiguration(MailSenderAutoConfiguration.class)
    static class Parts {}
}
