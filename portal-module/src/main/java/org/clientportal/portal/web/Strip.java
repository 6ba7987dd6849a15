package org.clientportal.portal.web;

import java.util.List;

/** What stands on top of every page as long as it lasts: outages. */
public interface Strip {

    /** For whoever looks at the page that is being drawn. */
    List<Line> lines(String language);

    /** One outage and where more is said of it. */
    record Line(String title, String url) {}
}
