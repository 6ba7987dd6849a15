package org.clientportal.demo.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.Catalogue.Choice;
import org.clientportal.itsm.Catalogue.Status;
import org.clientportal.itsm.Catalogue.TicketField;
import org.clientportal.itsm.StatusMeaning;
import org.jspecify.annotations.Nullable;

/** The desk's lists. They do not change. */
final class DeskCatalogue {

    static final String NEW = "new";
    static final String OPEN = "open";
    static final String PENDING = "pending";
    static final String SUPPLIER = "supplier";
    static final String SCHEDULED = "scheduled";
    static final String SOLVED = "solved";
    static final String CLOSED = "closed";
    static final String WITHDRAWN = "withdrawn";
    static final String NORMAL = "normal";
    private static final String ACCESS = "access-level";

    static final Catalogue LISTS = new Catalogue(
            List.of(
                    choice("hardware", "Sprzęt komputerowy", "Computer hardware"),
                    choice("network", "Sieć i VPN", "Network and VPN"),
                    choice("mail", "Poczta i kalendarz", "Mail and calendar"),
                    choice("accounts", "Konta i uprawnienia", "Accounts and access"),
                    choice("applications", "Programy", "Applications"),
                    choice("printing", "Drukowanie i skanowanie", "Printing and scanning"),
                    choice("phones", "Telefony", "Phones"),
                    choice("other", "Inne", "Something else")),
            List.of(
                    choice("low", "Niski", "Low"),
                    choice(NORMAL, "Zwykły", "Normal"),
                    choice("high", "Pilny", "High"),
                    choice("critical", "Krytyczny", "Critical")),
            NORMAL,
            List.of(
                    new Status(NEW, "New", StatusMeaning.NEW),
                    new Status(OPEN, "In progress", StatusMeaning.IN_WORK),
                    new Status(PENDING, "Waiting for customer", StatusMeaning.WAITING_FOR_PERSON),
                    new Status(SUPPLIER, "Waiting for supplier", StatusMeaning.WAITING_FOR_OTHERS),
                    new Status(SCHEDULED, "Scheduled", StatusMeaning.PLANNED),
                    new Status(SOLVED, "Solved", StatusMeaning.SOLVED),
                    new Status(CLOSED, "Closed", StatusMeaning.CLOSED),
                    new Status(WITHDRAWN, "Withdrawn", StatusMeaning.CLOSED)),
            List.of(
                    field("request-type", "Rodzaj sprawy", "Request type"),
                    field("cost-centre", "Centrum kosztów", "Cost centre"),
                    field("start-date", "Termin", "Date"),
                    field("approver", "Zatwierdza", "Approver"),
                    field("device-model", "Model", "Device model", "hardware"),
                    field("delivery", "Dostawa", "Delivery", "accounts", "hardware"),
                    field(ACCESS, "Poziom dostępu", "Access level", "accounts", "other")));

    /** The values that fields take; the others take any text. */
    private static final Map<String, List<String>> VALUES = Map.of(ACCESS, List.of("read", "write"));

    private DeskCatalogue() {}

    private static TicketField field(String id, String polish, String english, String... categories) {
        return new TicketField(id, Map.of("", english, "pl", polish, "en", english), List.of(categories));
    }

    /** What of a submission's fields the desk takes for a ticket of a category. */
    static Map<String, List<String>> taken(@Nullable Map<String, List<String>> sent, String category) {
        var taken = new LinkedHashMap<String, List<String>>();
        (sent == null ? Map.<String, List<String>>of() : sent)
                .forEach((id, values) -> LISTS.fields().stream()
                        .filter(field -> field.id().equals(id) && field.isOf(category))
                        .filter(field ->
                                !VALUES.containsKey(id) || VALUES.get(id).containsAll(values))
                        .forEach(field -> taken.put(id, List.copyOf(values))));
        return taken;
    }

    private static Choice choice(String id, String polish, String english) {
        return new Choice(id, Map.of("", english, "pl", polish, "en", english));
    }

    static boolean hasCategory(String id) {
        return LISTS.categories().stream().anyMatch(choice -> choice.id().equals(id));
    }

    static boolean hasPriority(String id) {
        return LISTS.priorities().stream().anyMatch(choice -> choice.id().equals(id));
    }

    static Optional<Status> status(String id) {
        return LISTS.statuses().stream()
                .filter(status -> status.id().equals(id))
                .findFirst();
    }

    static StatusMeaning meaning(String statusId) {
        return status(statusId).orElseThrow().meaning();
    }

    static String statusOf(StatusMeaning meaning) {
        return LISTS.statuses().stream()
                .filter(status -> status.meaning() == meaning)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
