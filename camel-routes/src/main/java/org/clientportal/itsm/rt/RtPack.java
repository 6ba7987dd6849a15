package org.clientportal.itsm.rt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.itsm.Check;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.PlatformPack;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.jspecify.annotations.Nullable;

/** The initial data that RT needs, and a look whether it has them. */
public class RtPack implements PlatformPack {

    private static final String LOAD = "Load the pack: portal platform install rt --print shows it and says how.";
    private static final String FILE = "portal.initialdata";

    private final @Nullable RtClient rt;

    private final @Nullable RtSettings settings;

    /** Both null when no RT is configured; the pack can then only be printed. */
    RtPack(@Nullable RtClient rt, @Nullable RtSettings settings) {
        this.rt = rt;
        this.settings = settings;
    }

    @Override
    public String platform() {
        return "rt";
    }

    @Override
    public String print() {
        try (var in = RtPack.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not beside this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Check> check() {
        var findings = new ArrayList<>(checkOfTickets());
        var client = rt;
        var chosen = settings;
        if (client != null && chosen != null && findings.size() > 1) {
            findings.add(look(() -> classes(client, chosen)));
            findings.add(look(() -> fields(client, "RT::Class-RT::Article", RtFields.ARTICLE)));
            findings.add(look(() -> catalogs(client, chosen)));
            findings.add(look(() -> feedback(client, chosen)));
            findings.add(look(() -> notes(client, chosen)));
            findings.add(look(() -> groups(client)));
            findings.add(look(() -> fields(client, "RT::Queue-RT::Ticket", RtFields.TICKET_LATER)));
        }
        return List.copyOf(findings);
    }

    /** What tickets need; without the rest the portal works, and has no knowledge base. */
    List<Check> checkOfTickets() {
        var client = rt;
        if (client == null) {
            return List.of(Check.failed("Request Tracker is not configured", "Set portal.itsm.platform to rt."));
        }
        var account = look(() -> account(client));
        if (!account.ok()) {
            return List.of(account);
        }
        var findings = new ArrayList<Check>();
        findings.add(account);
        findings.add(look(() -> fields(client, "RT::Queue-RT::Ticket", RtFields.TICKET)));
        findings.add(look(() -> fields(client, "RT::Queue-RT::Ticket-RT::Transaction", RtFields.TRANSACTION)));
        findings.add(look(() -> fields(client, "RT::User", RtFields.USER)));
        findings.add(look(() -> queues(client)));
        findings.add(look(() -> privileged(client)));
        findings.add(look(() -> tickets(client)));
        return List.copyOf(findings);
    }

    private static Check look(Supplier<Check> what) {
        try {
            return what.get();
        } catch (ItsmUnavailable e) {
            return Check.failed(
                    String.valueOf(e.getMessage()),
                    e.alarm()
                            ? "Give the account portal.itsm.rt.user the password portal.itsm.rt.password in RT, and "
                                    + "the rights of the pack."
                            : "Start RT, or correct portal.itsm.rt.url.");
        } catch (ItsmRejected e) {
            return Check.failed(String.valueOf(e.getMessage()), LOAD);
        }
    }

    private static Check account(RtClient rt) {
        var version = rt.get("/rt").map(it -> it.text("Version")).orElse("");
        return version.startsWith("5.")
                ? Check.passed(version)
                : Check.failed("RT of version " + version, "This connector is made for Request Tracker 5.");
    }

    private static Check fields(RtClient rt, String of, List<String> needed) {
        var there = rt
                .search(
                        "/customfields?fields=Name&per_page=100",
                        List.of(Limit.is("LookupType", of), Limit.in("Name", needed)))
                .stream()
                .map(field -> field.text("Name"))
                .collect(Collectors.toSet());
        var absent = needed.stream().filter(name -> !there.contains(name)).toList();
        return absent.isEmpty()
                ? Check.passed("custom fields of " + of)
                : Check.failed("the account sees no custom field " + absent + " of " + of, LOAD);
    }

    private static Check queues(RtClient rt) {
        var queues = rt.page("/queues/all?fields=Name&per_page=100").stream()
                .map(queue -> queue.text("Name"))
                .toList();
        return queues.isEmpty()
                ? Check.failed("the account sees no queue", LOAD)
                : Check.passed("queues " + String.join(", ", queues));
    }

    private static Check classes(RtClient rt, RtSettings settings) {
        var there = rt.page("/classes/all?fields=Name&per_page=100").stream()
                .map(each -> each.text("Name"))
                .toList();
        var absent = Stream.concat(
                        settings.knowledgeClasses().stream(),
                        Stream.of(settings.announcementClass(), settings.documentClass()))
                .filter(name -> !name.isEmpty() && !there.contains(name))
                .toList();
        return absent.isEmpty()
                ? Check.passed("classes of articles " + String.join(", ", settings.knowledgeClasses()))
                : Check.failed("the account sees no class of articles " + absent, LOAD);
    }

    private static Check catalogs(RtClient rt, RtSettings settings) {
        var there = rt.page("/catalogs/all?fields=Name&per_page=100").stream()
                .map(each -> each.text("Name"))
                .toList();
        var absent = settings.assets().catalogs().stream()
                .filter(name -> !there.contains(name))
                .toList();
        return absent.isEmpty()
                ? Check.passed("catalogs of assets "
                        + String.join(", ", settings.assets().catalogs()))
                : Check.failed("the account sees no catalog of assets " + absent, LOAD);
    }

    private static Check feedback(RtClient rt, RtSettings settings) {
        var name = settings.feedbackQueue();
        return rt.page("/queues/all?fields=Name&per_page=100").stream()
                        .anyMatch(queue -> queue.text("Name").equals(name))
                ? Check.passed("queue " + name)
                : Check.failed("the account sees no queue " + name, LOAD);
    }

    private static Check notes(RtClient rt, RtSettings settings) {
        if (!settings.hasNotes()) {
            return Check.passed("no notes");
        }
        var name = settings.notesQueue();
        var there = rt.page("/queues/all?fields=Name&per_page=100").stream()
                .anyMatch(queue -> queue.text("Name").equals(name));
        return there
                ? fields(rt, "RT::Queue-RT::Ticket", List.of(RtFields.NOTE_READS))
                : Check.failed("the account sees no queue " + name, LOAD);
    }

    private static Check privileged(RtClient rt) {
        var agents = new RtPeople.Agents(rt).names();
        return agents.isEmpty()
                ? Check.failed("the account does not see who works in RT (SeeGroup)", LOAD)
                : Check.passed("agents " + agents.size());
    }

    /** None is no fault: it is RT's administrator who says which the portal may know. */
    private static Check groups(RtClient rt) {
        var names =
                RtGroups.visible(rt).stream().map(group -> group.text("Name")).toList();
        return Check.passed("groups " + (names.isEmpty() ? "none" : String.join(", ", names)));
    }

    /** Without SQL checks RT drops tickets from pages after it cut them, and the first reading would end too early. */
    private static Check tickets(RtClient rt) {
        var bySql = rt.get("/tickets?query={query}&per_page=1", "id > 0")
                .filter(list -> !list.text("total").isEmpty())
                .isPresent();
        return bySql
                ? Check.passed("tickets are listed by right")
                : Check.failed("RT cannot list tickets by right", "Set($UseSQLForACLChecks, 1) in RT's configuration.");
    }
}
