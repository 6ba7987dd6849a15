package org.clientportal.portal.owndata;

import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * Where the viewer fetches what the portal holds about them.
 *
 * @param perDay how often in 24 hours
 * @param files how much of the contents of files there is at most, ready to be shown
 */
public record OwnDataPage(Frame frame, int perDay, String files) implements Page {

    @Override
    public String template() {
        return "pages/owndata/own-data";
    }
}
