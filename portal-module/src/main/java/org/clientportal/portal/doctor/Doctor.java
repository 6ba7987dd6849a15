package org.clientportal.portal.doctor;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.clientportal.itsm.Check;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.portal.access.SignInSettings;
import org.clientportal.ports.Logins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    /** For all of it from the start of the JVM, so that a slow start does not make a slow answer. */
    private static final Duration TOTAL = Duration.ofMillis(13_500);

    private static final Duration LEAST = Duration.ofSeconds(6);

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
        // never closed: what hangs in a check would hang there too, and the process ends anyway
        var findings = new Findings(new Doctor(parts()).examine());
        System.out.println(json ? findings.json() : findings.table());
        return findings.ok() ? 0 : 1;
    }

    private static ConfigurableApplicationContext parts() {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .lazyInitialization(true)
                .properties("logging.level.root=OFF", "spring.main.keep-alive=false")
                .run();
    }

    private Map<String, Check> examine() {
        makeParts();
        var environment = parts.getEnvironment();
        var checks = new LinkedHashMap<String, Question>();
        checks.put("settings", new Question(this::settings, ""));
        checks.put(
                "database",
                new Question(
                        () -> new DatabaseCheck(environment).check(),
                        "Start PostgreSQL, or mend spring.datasource.url."));
        checks.put(
                "sign-in",
                new Question(
                        () -> new SignInCheck(parts.getBean(SignInSettings.class)).check(),
                        "Start Keycloak anew, or mend portal.sign-in.issuer and portal.sign-in.backchannel."));
        checks.put(
                "logins",
                new Question(
                        () -> with(Logins.class, Logins::check, "portal.keycloak.url"),
                        "Start Keycloak anew, or mend portal.keycloak.url."));
        checks.put(
                "platform",
                new Question(
                        () -> with(ItsmConnector.class, ItsmConnector::check, "portal.itsm.platform"),
                        "Start the platform or its bridge anew, or mend its address in portal.itsm."));
        checks.put(
                "mail in",
                new Question(() -> new MailboxCheck(environment).check(), "Mend portal.mail.in.host, .port or .ssl."));
        checks.put(
                "mail out",
                new Question(
                        () -> with(
                                JavaMailSenderImpl.class, sender -> new PostCheck(sender).check(), "spring.mail.host"),
                        "Mend spring.mail.host or spring.mail.port."));
        return answers(checks);
    }

    /** Before the time of the checks begins: making one part holds up the others, and it calls nobody. */
    private void makeParts() {
        for (var part : List.of(SignInSettings.class, Logins.class, ItsmConnector.class, JavaMailSenderImpl.class)) {
            try {
                parts.getBean(part);
            } catch (BeansException wrong) {
                LOG.debug("its check will say it", wrong);
            }
        }
    }

    /**
     * One part's check.
     *
     * @param whenSilent what to do when it does not end in time
     */
    private record Question(Callable<Check> check, String whenSilent) {

        Future<Check> ask() {
            var answer = new FutureTask<>(check);
            Thread.ofVirtual().start(answer);
            return answer;
        }
    }

    /** All at once and within one limit; whoever has not answered by then is left behind. */
    private static Map<String, Check> answers(Map<String, Question> questions) {
        var limit = limit();
        var end = System.nanoTime() + limit.toNanos();
        var running = new LinkedHashMap<String, Future<Check>>();
        questions.forEach((name, question) -> running.put(name, question.ask()));
        var answers = new LinkedHashMap<String, Check>();
        questions.forEach((name, question) -> answers.put(
                name, answer(Objects.requireNonNull(running.get(name)), end, limit, question.whenSilent())));
        return answers;
    }

    private static Duration limit() {
        var left = TOTAL.minusMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private static Check answer(Future<Check> answer, long end, Duration limit, String whenSilent) {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            return failed(failure);
        } catch (TimeoutException slow) {
            return Check.failed("no answer within " + limit.toSeconds() + " s", whenSilent);
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
