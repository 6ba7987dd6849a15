package org.clientportal.demo.desk;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The reference desk. On the loopback address only: whoever reaches its page is the agent. */
public final class Desk implements AutoCloseable {

    static {
        // small answers at once; idle connections of the portal stay open longer than the portal keeps them
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Register register;
    private final List<AutoCloseable> parts = new ArrayList<>();

    private Desk(DeskArguments arguments, Clock clock) throws IOException {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .build();
        Files.createDirectories(arguments.data());
        var files = new DeskFiles(arguments.data().resolve("files"));
        if (arguments.sample()) {
            SampleFirm.seed(arguments.data(), json, clock.instant());
        }
        this.register = new Register(journalOf(arguments.data()), json, clock);
        forgetOldFiles(files, clock);
        var agents = new Agents(register);
        var chaos = new Chaos();
        var router = new Router(json);
        new ConnectorApi(arguments.token(), register, new Submissions(register, files), files, chaos)
                .serve(router, arguments.chaos());
        new AgentApi(register, agents, files).serve(router);
        var knowledge = new Knowledge(register);
        new KnowledgeApi(register, knowledge, files).serve(router);
        var inventory = new Inventory(register);
        new AssetApi(register, inventory, files).serve(router);
        var receipts = new ReceiptBook(register);
        new ReceiptApi(register, receipts).serve(router);
        var notes = new Notes(register);
        new NoteApi(register, notes, files).serve(router);
        var documents = new Documents(register);
        new DocumentApi(register, documents, files).serve(router);
        var frame = new PageFrame(register);
        new AgentPages(register, agents, files, frame).serve(router);
        new ApprovalPages(register).serve(router);
        new ArticlePages(register, knowledge, files, frame).serve(router);
        new AnnouncementPages(register, knowledge, frame).serve(router);
        new AssetPages(register, inventory, files, frame).serve(router);
        new NotePages(register, notes, files, frame).serve(router);
        new ReceiptPages(register, receipts, files, frame).serve(router);
        new DocumentPages(register, documents, files, frame).serve(router);
        if (arguments.webhook() != null) {
            var webhook = new Webhook(arguments.webhook(), arguments.webhookToken());
            parts.add(webhook);
            register.listen(act -> webhook.wake());
        }
        if (arguments.autoAgent() != null) {
            var automatic = new AutoAgent(register, agents, arguments.autoAgent());
            parts.add(automatic);
            automatic.start();
        }
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), arguments.port()), 200);
        server.setExecutor(threads);
        server.createContext("/", router);
        server.start();
    }

    private void forgetOldFiles(DeskFiles files, Clock clock) throws IOException {
        var used = register.read(view -> Stream.of(
                        view.tickets().stream()
                                .flatMap(ticket -> ticket.entries().stream())
                                .flatMap(entry -> entry.files().stream()),
                        view.articles().stream().flatMap(article -> article.files().stream()),
                        view.assets().stream().flatMap(asset -> asset.files().stream()),
                        view.notes().stream().flatMap(note -> note.files().stream()),
                        view.receipts().stream()
                                .flatMap(receipt -> receipt.answers().stream())
                                .flatMap(answer -> Stream.ofNullable(answer.file())),
                        view.documents().stream()
                                .flatMap(document -> document.versions().stream())
                                .map(version -> version.file()))
                .flatMap(these -> these)
                .map(file -> file.id())
                .collect(Collectors.toSet()));
        files.forgetAllBut(used, DeskFiles.dayBefore(clock.instant()));
    }

    static Desk start(DeskArguments arguments, Clock clock) throws IOException {
        return new Desk(arguments, clock);
    }

    /** Address of the agent's page; the contract is below it at {@code /connector/v1}. */
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        for (var part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("desk: " + e);
            }
        }
        register.close();
    }

    /** Prints one line of JSON, {@code {"url":…,"pid":…}}, when it serves. */
    public static void main(String[] args) throws IOException {
        DeskArguments arguments;
        try {
            arguments = DeskArguments.parse(List.of(args), System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        var desk = start(arguments, Clock.systemUTC());
        System.out.printf(
                "{\"url\":\"%s\",\"pid\":%d}%n",
                desk.url(), ProcessHandle.current().pid());
        System.out.flush();
        if (arguments.untilInputEnds()) {
            while (System.in.read() >= 0) {
                // the parent says nothing, it only holds the pipe
            }
            System.exit(0);
        }
    }

    static Path journalOf(Path data) {
        return data.resolve("journal.jsonl");
    }
}
