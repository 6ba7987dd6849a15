package org.clientportal.itsm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clientportal.itsm.Entry.FileRef;
import org.jspecify.annotations.Nullable;

/**
 * A thing that the platform keeps record of and hands out to people: a device, a licence, an accessory.
 *
 * @param id the platform's id, stable for ever
 * @param model what the maker calls it; empty when the platform does not say
 * @param maker who makes it; empty when the platform does not say
 * @param code the inventory code that stands on its label, unique among assets that are not gone; null when it has none
 * @param serial the maker's serial number, null when not known
 * @param state what the state means for whoever holds it
 * @param stateName the platform's own word for the state; empty when it has none
 * @param holders who has it now; nobody when it lies in stock
 * @param heldSince since when they have it, null when the platform does not say
 * @param returnBy the last day on which it is to be given back, null when nobody asked for it
 * @param warrantyUntil the last day of the maker's warranty, null when not known
 * @param location where it is, in the platform's words; empty when not known
 * @param fields further facts that the platform means for its holders, in order; never notes or prices for agents
 * @param files documents that belong to it: a manual, a warranty card
 * @param changedAt last change
 * @param gone true when deleted or taken off the books; everything else may then be empty
 * @param version grows with every change of the asset
 */
public record Asset(
        String id,
        Kind kind,
        String name,
        String model,
        String maker,
        @Nullable String code,
        @Nullable String serial,
        State state,
        String stateName,
        Holders holders,
        @Nullable LocalDate heldSince,
        @Nullable LocalDate returnBy,
        @Nullable LocalDate warrantyUntil,
        String location,
        List<Field> fields,
        List<FileRef> files,
        Instant changedAt,
        boolean gone,
        long version) {

    public Asset {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /** What sort of thing it is. */
    public enum Kind {
        DEVICE,
        LICENCE,
        ACCESSORY,
        OTHER
    }

    /** What its state means for whoever holds it. */
    public enum State {
        /** Ready to be handed out; nobody holds it. */
        IN_STOCK,
        /** With its holder, and works. */
        IN_USE,
        /** Being repaired. */
        IN_REPAIR,
        /** The holder is asked to give it back. */
        TO_RETURN,
        /** Given back. */
        RETURNED,
        LOST,
        /** Out of service for good. */
        RETIRED
    }

    /**
     * Who has an asset. Whoever is named by any part has it; groups and organisations share it among their people.
     *
     * @param personIds these people, each for themselves
     * @param groups the people of these groups, by the name the platform and the portal share
     * @param organisationIds the people of these organisations and of all below them
     */
    public record Holders(List<String> personIds, List<String> groups, List<String> organisationIds) {

        /** It lies in stock. */
        public static final Holders NOBODY = new Holders(List.of(), List.of(), List.of());

        public Holders {
            // left out where there are none
            personIds = personIds == null ? List.of() : List.copyOf(personIds);
            groups = groups == null ? List.of() : List.copyOf(groups);
            organisationIds = organisationIds == null ? List.of() : List.copyOf(organisationIds);
        }

        public static Holders person(String personId) {
            return new Holders(List.of(personId), List.of(), List.of());
        }
    }

    /** A further fact, in the platform's words. */
    public record Field(String name, String value) {}
}
