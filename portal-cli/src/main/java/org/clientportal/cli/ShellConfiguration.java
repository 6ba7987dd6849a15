package org.clientportal.cli;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.TerminalBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.support.ConfigurableConversionService;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.support.CommandFactoryBean;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the tool together. */
@Configuration(proxyBeanMethods = false)
@Import({
    UserCommands.class,
    LoginCommands.class,
    RuleCommands.class,
    AccessCommands.class,
    MailCommands.class,
    OutboxCommands.class,
    SyncCommands.class,
    PlatformCommands.class,
    AuditCommands.class,
    KnowledgeCommands.class,
    RealmCommands.class,
    SsoCommands.class,
    AnnounceCommands.class,
    CatalogueCommands.class,
    ReceiptCommands.class,
    CompletionCommands.class,
    VersionCommands.class
})
class ShellConfiguration {

    private static final List<Class<?>> NOUNS = List.of(
            UserCommands.class,
            LoginCommands.class,
            RuleCommands.class,
            AccessCommands.class,
            MailCommands.class,
            OutboxCommands.class,
            SyncCommands.class,
            PlatformCommands.class,
            AuditCommands.class,
            KnowledgeCommands.class,
            RealmCommands.class,
            SsoCommands.class,
            AnnounceCommands.class,
            CatalogueCommands.class,
            ReceiptCommands.class,
            CompletionCommands.class,
            VersionCommands.class);

    @Bean
    Commands commands(ApplicationContext context) {
        var all = new ArrayList<Syntax>();
        for (var noun : NOUNS) {
            Arrays.stream(noun.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Command.class))
                    .forEach(method -> all.add(syntax(method, context)));
        }
        return new Commands(all);
    }

    private static Syntax syntax(Method method, ApplicationContext context) {
        method.setAccessible(true);
        var factory = new CommandFactoryBean(method);
        factory.setApplicationContext(context);
        return Syntax.of(factory.getObject(), method);
    }

    /** What Spring Shell's commands want to be called with. */
    @Bean
    CommandRegistry commandRegistry(Commands commands) {
        var registry = new CommandRegistry();
        commands.all().forEach(syntax -> registry.registerCommand(syntax.command()));
        return registry;
    }

    @Bean
    ConfigurableConversionService conversionService() {
        return new ApplicationConversionService();
    }

    @Bean
    Shell shell(Commands commands, CommandRegistry registry, Output output, ObjectProvider<LineReader> terminal) {
        return new Shell(commands, registry, output, terminal);
    }

    @Bean
    ApplicationRunner run(Shell shell) {
        return arguments -> shell.run(arguments.getSourceArgs());
    }

    /** The terminal, opened only when somebody types. */
    @Bean
    LineReader lineReader(Commands commands) throws IOException {
        var history = Path.of(System.getProperty("user.home"), ".local", "state", "portal", "history");
        return LineReaderBuilder.builder()
                .terminal(TerminalBuilder.builder()
                        .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                        .build())
                .appName("portal")
                .completer(new Completion(commands))
                .variable(LineReader.HISTORY_FILE, history)
                .build();
    }

    @Bean
    Screen screen() {
        return Screen.of(
                System.out,
                System.err,
                System.getProperty("portal.cli.terminals", ""),
                System.getProperty("portal.cli.columns", ""));
    }

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.shared();
    }

    @Bean
    Output output(Screen screen, JsonMapper json) {
        return new Output(screen, json);
    }

    @Bean
    Batch batch(Output output, JsonMapper json) {
        return new Batch(output, json);
    }

    @Bean
    ManyLogins manyLogins(AdminApi api, Output output, Batch batch, JsonMapper json) {
        return new ManyLogins(api, output, batch, json);
    }

    @Bean
    ExportCheck exportCheck(JsonMapper json) {
        return new ExportCheck(json);
    }

    @Bean
    Question question(Screen screen) {
        return new Question(screen);
    }

    @Bean
    AdminApi adminApi(JsonMapper json) {
        var connections = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(Duration.ofSeconds(60));
        return new AdminApi(RestClient.builder().requestFactory(requests).build(), json, settings(json), cache());
    }

    @Bean
    Pages pages(AdminApi api) {
        return new Pages(api);
    }

    private static Path cache() {
        var wished = System.getenv("XDG_CACHE_HOME");
        return (wished == null || wished.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(wished))
                .resolve("client-portal");
    }

    private static SettingsFinder settings(JsonMapper json) {
        var demoFile = System.getProperty("portal.cli.demo", "");
        return new SettingsFinder(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                demoFile.isEmpty() ? List.of() : List.of(Path.of(demoFile)),
                json);
    }
}
