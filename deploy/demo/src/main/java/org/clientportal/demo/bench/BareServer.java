package org.clientportal.demo.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.clientportal.demo.ChildProcess;
import org.clientportal.demo.DemoDatabase;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.Ports;
import org.clientportal.demo.Web;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that answers with these pages: one servlet that asks what the page asks, with the same roles and transactions,
 * and writes the bytes that were recorded. A process of its own, with the same options for Java as the portal.
 */
final class BareServer {

    private static final String READY = "/ready";

    private BareServer() {}

    /** @param arguments the file of recorded pages, port, address of the database; its password comes by the environment */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        var pages = JsonMapper.shared()
                .readValue(Files.readString(Path.of(arguments[0])), new TypeReference<List<RecordedPage>>() {});
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[2] + "?stringtype=unspecified");
        config.setUsername("portal");
        config.setPassword(System.getenv("BARE_PASSWORD"));
        config.setMaximumPoolSize(16);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare").toString());
        tomcat.setPort(Integer.parseInt(arguments[1]));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "bare", new Pages(new HikariDataSource(config), pages));
        context.addServletMappingDecoded("/", "bare");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static final class Pages extends HttpServlet {

        private final transient HikariDataSource database;
        private final transient Map<String, Ready> pages = new HashMap<>();

        @SuppressWarnings("ArrayRecordComponent")
        private record Ready(List<List<RecordedPage.Question>> transactions, byte[] body) {}

        Pages(HikariDataSource database, List<RecordedPage> recorded) {
            this.database = database;
            recorded.forEach(page -> pages.put(
                    page.path() + " " + page.cookie(),
                    new Ready(
                            page.transactions().stream()
                                    .map(questions -> questions.stream()
                                            .map(question -> new RecordedPage.Question(
                                                    RecordedPage.forJdbc(question.sql()), question.parameters()))
                                            .toList())
                                    .toList(),
                            page.body().getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals(READY)) {
                return;
            }
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            var page = pages.get(request.getRequestURI() + query + " " + request.getHeader("Cookie"));
            if (page == null) {
                response.sendError(404);
                return;
            }
            try {
                for (var transaction : page.transactions()) {
                    ask(transaction);
                }
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(page.body().length);
            response.getOutputStream().write(page.body());
        }

        private void ask(List<RecordedPage.Question> questions) throws SQLException {
            try (var connection = database.getConnection()) {
                var together =
                        questions.stream().anyMatch(question -> question.sql().contains("portal_page"));
                connection.setAutoCommit(!together);
                for (var question : questions) {
                    ask(connection, question);
                }
                if (together) {
                    connection.commit();
                }
            }
        }

        private static void ask(Connection connection, RecordedPage.Question question) throws SQLException {
            try (var statement = connection.prepareStatement(question.sql())) {
                for (int at = 0; at < question.parameters().size(); at++) {
                    statement.setString(at + 1, question.parameters().get(at));
                }
                if (statement.execute()) {
                    var rows = statement.getResultSet();
                    var columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            rows.getObject(column);
                        }
                    }
                }
            }
        }
    }

    /** The process. */
    record Running(URI url, ChildProcess process) implements AutoCloseable {

        @Override
        public void close() {
            process.close();
        }
    }

    static Running start(
            List<RecordedPage> pages, DemoDatabase database, DemoFolders folders, Leash leash, List<String> options) {
        var file = folders.run().resolve("bare.json");
        DemoFolders.writePrivately(file, JsonMapper.shared().writeValueAsString(pages));
        var port = Ports.free();
        var command = new ArrayList<>(ChildProcess.smallJava("512m"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                file.toString(),
                String.valueOf(port),
                database.jdbcUrl()));
        var process =
                ChildProcess.start("bare", folders.run(), leash, Map.of("BARE_PASSWORD", database.password()), command);
        var url = URI.create("http://127.0.0.1:" + port);
        process.await(() -> Web.answers(url + READY), Duration.ofMinutes(1));
        return new Running(url, process);
    }
}
