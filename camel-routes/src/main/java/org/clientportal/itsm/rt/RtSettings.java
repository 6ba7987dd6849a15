package org.clientportal.itsm.rt;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.StatusMeaning;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How RT is reached and what its words mean.
 *
 * @param url address of RT's web pages, without {@code /REST/2.0}
 * @param user the service account
 * @param connectLimit for making a connection
 * @param requestLimit for one whole exchange; after it RT may still finish what was asked
 * @param peopleEvery how often a hundred people are compared with the last reading, for what RT's feed does not tell
 * @param resolvedStatus the status a person's "it works" sets
 * @param openStatus the status a person's "still broken" sets
 * @param statuses meaning of RT's statuses; these lines come on top of RT's own lifecycle
 * @param priorities names of RT's priority numbers
 * @param ordinaryPriority the number a form starts with
 * @param queueNames names of queues by language, such as {@code Support.pl}
 * @param knowledgeClasses classes of articles that people read in the portal; none for no knowledge base
 * @param announcementClass the class whose articles are announcements
 * @param documentClass the class whose articles are documents for people
 * @param feedbackQueue the queue for what people say of articles; its tickets are not the portal's
 * @param notesQueue the queue of notes for people; its tickets are not the portal's. Empty for no notes
 * @param assets where RT keeps assets
 * @param employeeDomains mail domains of the firm's own people; everybody else is external
 */
@Validated
@ConfigurationProperties(value = "portal.itsm.rt", ignoreUnknownFields = false)
record RtSettings(
        @NotNull(message = "is missing: the address of Request Tracker, such as https://rt.example")
        URI url,

        @NotBlank(message = "is missing: the account of the portal in Request Tracker")
        String user,

        @NotBlank(message = "is missing: the password of that account")
        String password,

        @DefaultValue("5s") Duration connectLimit,
        @DefaultValue("60s") Duration requestLimit,
        @DefaultValue("10s") Duration peopleEvery,
        @DefaultValue("resolved") @NotBlank String resolvedStatus,
        @DefaultValue("open") @NotBlank String openStatus,
        @DefaultValue Map<String, StatusMeaning> statuses,
        @DefaultValue Map<Integer, @NotEmpty Map<String, String>> priorities,
        @DefaultValue("50") int ordinaryPriority,
        @DefaultValue Map<String, Map<String, String>> queueNames,
        @DefaultValue("Portal knowledge") List<String> knowledgeClasses,
        @DefaultValue("Portal announcements") String announcementClass,
        @DefaultValue("Portal documents") String documentClass,
        @DefaultValue("Knowledge feedback") @NotBlank String feedbackQueue,
        @DefaultValue("Notes") String notesQueue,
        @DefaultValue RtAssetSettings assets,
        @DefaultValue List<String> employeeDomains) {

    /** RT's own lifecycle. A ticket that a person has confirmed as solved is told apart by the portal's own field. */
    private static final Map<String, StatusMeaning> LIFECYCLE = Map.of(
            "new", StatusMeaning.NEW,
            "open", StatusMeaning.IN_WORK,
            "stalled", StatusMeaning.WAITING_FOR_PERSON,
            "resolved", StatusMeaning.SOLVED,
            "rejected", StatusMeaning.CLOSED,
            "deleted", StatusMeaning.CLOSED);

    private static final Map<Integer, Map<String, String>> PRIORITIES = Map.of(
            0, Map.of("en", "Low", "pl", "Niski"),
            50, Map.of("en", "Medium", "pl", "Średni"),
            100, Map.of("en", "High", "pl", "Wysoki"));

    RtSettings {
        var meanings = new LinkedHashMap<>(LIFECYCLE);
        meanings.putAll(statuses);
        statuses = Map.copyOf(meanings);
        priorities = priorities.isEmpty() ? PRIORITIES : priorities;
    }

    @AssertTrue(message = "url must begin with http:// or https://")
    boolean isUrlAbsolute() {
        return url == null || "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    }

    StatusMeaning meaning(String status) {
        return statuses.getOrDefault(status, StatusMeaning.IN_WORK);
    }

    boolean hasNotes() {
        return !notesQueue.isEmpty();
    }

    /** Whether tickets of a queue are something else to the portal. */
    boolean isNoTicketQueue(String queue) {
        return queue.equals(feedbackQueue) || hasNotes() && queue.equals(notesQueue);
    }

    boolean employs(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return employeeDomains.stream().anyMatch(domain::equalsIgnoreCase);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Request Tracker at " + url + " as " + user;
    }
}
