package org.clientportal.portal.assets;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * What a person has, or had.
 *
 * @param returned whether it is what was given back
 * @param rows the person's own
 * @param shared what groups and organisations share, by their names; none among what was given back
 */
public record AssetListPage(Frame frame, boolean returned, List<AssetRow> rows, List<Shared> shared) implements Page {

    public AssetListPage {
        rows = List.copyOf(rows);
        shared = List.copyOf(shared);
    }

    /** What one group or organisation shares. */
    public record Shared(String name, List<AssetRow> rows) {

        public Shared {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public String template() {
        return "pages/equipment/list";
    }
}
