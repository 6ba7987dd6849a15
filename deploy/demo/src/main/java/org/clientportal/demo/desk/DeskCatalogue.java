package org.clientportal.demo.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.Catalogue.Choice;
import org.clientportal.itsm.Catalogue.Status;
import org.clientportal.itsm.StatusMeaning;

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
                    new Status(WITHDRAWN, "Withdrawn", StatusMeaning.CLOSED)));

    private DeskCatalogue() {}

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
