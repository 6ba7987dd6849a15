package org.clientportal.itsm.rt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Asset.State;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where RT keeps what the portal knows of assets. Fields are custom fields by name; one that a catalog lacks is empty.
 *
 * @param catalogs whose assets people see; none for no assets
 * @param codeField the inventory code on the label
 * @param kindField device, licence, accessory; everything else is an other thing
 * @param stateField goes before RT's status; empty where RT's status says it all
 * @param organisationField names of organisations that share it, several values
 * @param documentsField files to download, several values
 * @param publicFields further fields that holders see, in this order
 * @param states meaning of the words of {@code stateField} and of RT's statuses; these lines come on top of the usual ones
 */
record RtAssetSettings(
        @DefaultValue("Portal assets") List<String> catalogs,
        @DefaultValue("Inventory code") String codeField,
        @DefaultValue("Serial number") String serialField,
        @DefaultValue("Model") String modelField,
        @DefaultValue("Manufacturer") String makerField,
        @DefaultValue("Kind of asset") String kindField,
        @DefaultValue("State for the holder") String stateField,
        @DefaultValue("Held since") String heldSinceField,
        @DefaultValue("Return by") String returnByField,
        @DefaultValue("Warranty until") String warrantyField,
        @DefaultValue("Location") String locationField,
        @DefaultValue("Shared with organisation") String organisationField,
        @DefaultValue("Documents") String documentsField,
        @DefaultValue List<String> publicFields,
        @DefaultValue Map<String, State> states) {

    /** RT's own lifecycle of assets, and the words of the pack's field. */
    private static final Map<String, State> USUAL = Map.ofEntries(
            Map.entry("new", State.IN_STOCK),
            Map.entry("allocated", State.IN_USE),
            Map.entry("in-use", State.IN_USE),
            Map.entry("recycled", State.RETIRED),
            Map.entry("stolen", State.LOST),
            Map.entry("in use", State.IN_USE),
            Map.entry("in repair", State.IN_REPAIR),
            Map.entry("to return", State.TO_RETURN),
            Map.entry("returned", State.RETURNED),
            Map.entry("lost", State.LOST));

    RtAssetSettings {
        var all = new LinkedHashMap<>(USUAL);
        all.putAll(states);
        states = Map.copyOf(all);
    }

    /** A word that nobody explained counts as in use. */
    State meaning(String word) {
        return states.getOrDefault(word, State.IN_USE);
    }
}
