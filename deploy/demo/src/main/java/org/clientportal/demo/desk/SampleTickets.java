package org.clientportal.demo.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission.Channel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells the sample firm's tickets from the scenarios: who, when, how far it has come by now. */
final class SampleTickets {

    private static final int COUNT = 300;
    private static final int OLDEST_DAYS = 420;
    private static final Duration SILENCE = Duration.ofDays(14);

    private final Random random = new Random(20_260_101);
    private final List<Person> people;
    private final JsonMapper json;
    private final Instant now;
    private final Map<String, List<Scenario>> scenarios = new HashMap<>();
    private final Map<String, Integer> turn = new HashMap<>();

    SampleTickets(List<Person> people, JsonMapper json, Instant now) {
        this.people = people;
        this.json = json;
        this.now = now;
        for (var language : List.of("pl", "en")) {
            scenarios.put(language, Scenario.parse(SampleFirm.resource("scenarios-" + language + ".txt")));
        }
    }

    /** A ticket that nasty input would make. */
    private record Hostile(String subject, String text, String reply, List<String> files) {}

    /** Takes the bytes of a file under its id. */
    interface FileTaker extends BiConsumer<String, byte[]> {}

    List<DeskTicket> tell(FileTaker files) {
        var hostile = List.of(json.readValue(SampleFirm.resource("hostile.json"), Hostile[].class));
        var drafts = new ArrayList<DeskTicket>();
        for (int i = 0; i < COUNT - hostile.size(); i++) {
            drafts.add(tellOne(i, files));
        }
        for (int i = 0; i < hostile.size(); i++) {
            drafts.add(tellHostile(hostile.get(i), now.minus(Duration.ofHours(30L + 5 * i)), files));
        }
        drafts.sort(Comparator.comparing(DeskTicket::createdAt));
        var numbered = new ArrayList<DeskTicket>();
        for (var draft : drafts) {
            numbered.add(numbered(draft, Integer.toString(1001 + numbered.size())));
        }
        return numbered;
    }

    private DeskTicket tellOne(int index, FileTaker files) {
        var requester = requester(index);
        var scenario = nextScenario(requester);
        var words = new HashMap<String, String>();
        scenario.slots().forEach((slot, choices) -> words.put(slot, choices.get(random.nextInt(choices.size()))));
        double place = (index + 0.5) / COUNT;
        var age = Duration.ofMinutes((long) (Math.pow(place, 2.2) * OLDEST_DAYS * 24 * 60) + 25);
        var start = now.minus(age);
        var first = WorkingHours.atOrAfter(start, random);
        var at = first.isBefore(now) ? first : start;
        var colleague = scenario.hasColleague() || random.nextInt(10) == 0 ? colleagueOf(requester) : null;
        var agent = agents().get(random.nextInt(agents().size()));
        var told = new ArrayList<DeskEntry>();
        String assigned = null;
        for (var line : scenario.lines()) {
            if (!told.isEmpty()) {
                at = WorkingHours.atOrAfter(at.plus(pause(line.who())), random);
                if (at.isAfter(now.minusSeconds(120)) || (stalls(index, told) && line.who() != 'N')) {
                    break;
                }
            }
            told.add(entry(told.size() + 1, line, at, words, requester, colleague, agent, files));
            assigned = line.who() == 'S' || line.who() == 'N' ? agent.name() : assigned;
        }
        closeAfterSilence(told);
        return ticket(
                fill(scenario.subject(), words),
                scenario.category(),
                scenario.priority(),
                requester,
                colleague,
                assigned,
                told);
    }

    /** The first six have plenty, the others share the rest. */
    private Person requester(int index) {
        var asking = people.stream().filter(p -> p.kind() != Person.Kind.AGENT).toList();
        return index % 3 == 0
                ? asking.get(index / 3 % 6)
                : asking.get(6 + random.nextInt(asking.size() - 7)); // not the last, who is hostile
    }

    /** Each person meets each trouble once before any comes again. */
    private Scenario nextScenario(Person person) {
        var all = scenarios.getOrDefault("en".equals(person.language()) ? "en" : "pl", List.of());
        int first = people.indexOf(person) * 5;
        int next = first + turn.merge(person.id(), 7, Integer::sum); // 7 divides neither list, so all are met
        return all.get(next % all.size());
    }

    private List<Person> agents() {
        return people.stream().filter(p -> p.kind() == Person.Kind.AGENT).toList();
    }

    private Person colleagueOf(Person person) {
        var near = people.stream()
                .filter(p -> p.kind() == person.kind() && p != person && !isHostile(p))
                .toList();
        return near.get(random.nextInt(near.size()));
    }

    private static boolean isHostile(Person person) {
        return person.addresses().contains("hostile@brzozow.example");
    }

    private Duration pause(char who) {
        return switch (who) {
            case 'S' -> Duration.ofSeconds(600 + random.nextInt(4 * 3600));
            case 'N' -> Duration.ofSeconds(200 + random.nextInt(1800));
            case 'A' -> Duration.ofDays(5 + random.nextInt(3));
            default -> Duration.ofSeconds(900 + random.nextInt(20 * 3600));
        };
    }

    /** Some of the fresh conversations wait for somebody. */
    private boolean stalls(int index, List<DeskEntry> told) {
        return index < 90 && told.size() > 1 && told.getLast().statusId() != null && random.nextInt(4) == 0;
    }

    private void closeAfterSilence(List<DeskEntry> told) {
        var last = told.getLast();
        var due = last.at().plus(SILENCE);
        if (due.isBefore(now) && meaningAfter(told) != StatusMeaning.CLOSED) {
            told.add(new DeskEntry(
                    told.size() + 1,
                    Kind.STATUS_CHANGE,
                    false,
                    new Author(null, "Oriale", Role.AUTOMATIC),
                    due,
                    "",
                    false,
                    DeskCatalogue.CLOSED,
                    null,
                    null,
                    true,
                    List.of()));
        }
    }

    private static StatusMeaning meaningAfter(List<DeskEntry> told) {
        return DeskCatalogue.meaning(statusAfter(told));
    }

    private static String statusAfter(List<DeskEntry> told) {
        var status = told.size() > 1 ? DeskCatalogue.OPEN : DeskCatalogue.NEW;
        for (var entry : told) {
            if (entry.statusId() != null) {
                status = entry.statusId();
            } else if (entry.author().role() == Role.PERSON
                    && entry.kind() == Kind.REPLY
                    && status.equals(DeskCatalogue.PENDING)) {
                status = DeskCatalogue.OPEN;
            }
        }
        return status;
    }

    private DeskEntry entry(
            int order,
            Scenario.Line line,
            Instant at,
            Map<String, String> words,
            Person requester,
            @Nullable Person colleague,
            Person agent,
            FileTaker files) {
        boolean support = line.who() == 'S' || line.who() == 'N';
        var author = switch (line.who()) {
            case 'P' -> new Author(requester.id(), requester.name(), Role.PERSON);
            case 'C' -> {
                var other = colleague == null ? requester : colleague;
                yield new Author(other.id(), other.name(), Role.PERSON);
            }
            case 'A' -> new Author(null, "Oriale", Role.AUTOMATIC);
            default -> new Author(null, agent.name(), Role.SUPPORT);
        };
        var text = fill(line.text(), words);
        boolean html = support && !agent.id().equals("a2"); // Piotr writes plain text
        boolean byMail = !support && order > 1 && random.nextInt(5) == 0;
        return new DeskEntry(
                order,
                order == 1 ? Kind.DESCRIPTION : text.isEmpty() ? Kind.STATUS_CHANGE : Kind.REPLY,
                line.who() == 'N',
                author,
                at,
                html && !text.isEmpty() ? SampleHtml.of(text, line.who() == 'N' ? "" : agent.name()) : text,
                html && !text.isEmpty(),
                line.status(),
                null,
                byMail ? Channel.MAIL : null,
                !byMail || random.nextInt(3) > 0,
                line.files().stream()
                        .map(file -> file(fill(file.name(), words), file.kind(), files))
                        .toList());
    }

    private FileRef file(String name, String kind, FileTaker files) {
        var id = DeskFiles.id(new UUID(random.nextLong(), random.nextLong()).toString(), 0);
        var bytes = SampleFiles.make(kind, name, random);
        files.accept(id, bytes);
        return new FileRef(id, name, SampleFiles.contentType(kind), bytes.length);
    }

    private DeskTicket tellHostile(Hostile hostile, Instant at, FileTaker files) {
        var person =
                people.stream().filter(SampleTickets::isHostile).findFirst().orElseThrow();
        var refs = hostile.files().stream()
                .map(name ->
                        file(name, name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), files))
                .toList();
        var told = List.of(
                new DeskEntry(
                        1,
                        Kind.DESCRIPTION,
                        false,
                        new Author(person.id(), person.name(), Role.PERSON),
                        at,
                        hostile.text(),
                        false,
                        null,
                        null,
                        null,
                        true,
                        refs),
                new DeskEntry(
                        2,
                        Kind.REPLY,
                        false,
                        new Author(null, "Ewa <b>Sobczak</b>", Role.SUPPORT),
                        at.plusSeconds(3600),
                        hostile.reply(),
                        true,
                        DeskCatalogue.OPEN,
                        null,
                        null,
                        true,
                        List.of()));
        return ticket(hostile.subject(), "other", DeskCatalogue.NORMAL, person, null, "Ewa <b>Sobczak</b>", told);
    }

    private static DeskTicket ticket(
            String subject,
            String category,
            String priority,
            Person requester,
            @Nullable Person colleague,
            @Nullable String agent,
            List<DeskEntry> told) {
        var lastPublic = told.reversed().stream()
                .filter(entry -> !entry.internal())
                .findFirst()
                .orElseThrow();
        return new DeskTicket(
                "",
                "",
                subject,
                statusAfter(told),
                category,
                priority,
                requester.id(),
                colleague == null ? List.of() : List.of(colleague.id()),
                requester.organisationId(),
                agent,
                null,
                told.getFirst().at(),
                lastPublic.at(),
                null,
                false,
                false,
                0,
                told);
    }

    private static DeskTicket numbered(DeskTicket t, String number) {
        return new DeskTicket(
                "t" + number,
                number,
                t.subject(),
                t.statusId(),
                t.categoryId(),
                t.priorityId(),
                t.requesterId(),
                t.participantIds(),
                t.organisationId(),
                t.agentName(),
                null,
                t.createdAt(),
                t.changedAt(),
                null,
                false,
                false,
                0,
                t.entries());
    }

    /** Slots may stand for texts with slots. */
    private static String fill(String text, Map<String, String> words) {
        var filled = text;
        for (int depth = 0; depth < 2 && filled.contains("{"); depth++) {
            for (var word : words.entrySet()) {
                filled = filled.replace("{" + word.getKey() + "}", word.getValue());
            }
        }
        return filled;
    }
}
