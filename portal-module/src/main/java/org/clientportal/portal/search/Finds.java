package org.clientportal.portal.search;

import java.util.List;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Frame;

/** A feature whose objects can be found. One bean per kind; their order is the order of the groups on the page. */
public interface Finds {

    /** The word for it in the index, in addresses and in message keys: {@code article}. */
    String kind();

    /** Without it the kind is not searched. */
    Feature feature();

    /** Name of its symbol in the sprite. */
    String icon();

    /**
     * What is shown of those that were found, read with the viewer's eyes and in the order asked for; one that cannot be read
     * any more is left out.
     *
     * @param brief title and address only, for suggestions
     */
    List<Hit> hits(Viewer viewer, Frame frame, List<Long> objects, Marks marks, boolean brief);

    /** The next documents by id, for building the index anew; read with the eyes of a route. */
    List<Findable> after(long object, int limit);
}
