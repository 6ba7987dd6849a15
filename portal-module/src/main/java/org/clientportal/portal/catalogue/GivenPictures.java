package org.clientportal.portal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The pictures of a file: those that came with it, those that are here already, and those that are lacking.
 *
 * @param changed what has to be stored, by name
 * @param wanted names that nobody has
 */
record GivenPictures(Map<String, Picture> changed, List<CataloguePlan.Item> items, List<String> wanted) {

    /** @param drawn what is shown */
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(byte[] given, byte[] drawn) {}

    /** @param here hashes of the stored ones, by name */
    static GivenPictures of(
            CatalogueFile.Reading reading, Map<String, String> here, Map<String, byte[]> given, Problems problems) {
        var changed = new LinkedHashMap<String, Picture>();
        var items = new ArrayList<CataloguePlan.Item>();
        var wanted = new ArrayList<String>();
        for (var kind : reading.catalogue().kinds()) {
            var name = kind.picture();
            if (name == null || changed.containsKey(name)) {
                continue;
            }
            var place = Objects.requireNonNull(reading.places().get(kind.id()));
            var bytes = given.get(name);
            if (bytes == null) {
                if (!here.containsKey(name)) {
                    wanted.add(name);
                    problems.add(place, kind.id() + ": there is no picture " + name + " beside the file");
                }
            } else if (!Pictures.hash(bytes).equals(here.get(name))) {
                try {
                    changed.put(name, new Picture(bytes, Pictures.drawn(bytes)));
                    items.add(new CataloguePlan.Item(
                            name,
                            here.containsKey(name) ? "change" : "add",
                            "picture",
                            here.get(name),
                            Pictures.hash(bytes)));
                } catch (Pictures.NoPicture refused) {
                    problems.add(place, kind.id() + ": the picture " + name + " " + refused.getMessage());
                }
            }
        }
        return new GivenPictures(changed, items, wanted.stream().distinct().toList());
    }
}
