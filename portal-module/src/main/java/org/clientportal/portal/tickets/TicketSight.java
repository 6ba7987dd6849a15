package org.clientportal.portal.tickets;

import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Frame;

/** Told when a viewer has a ticket before their eyes, in the transaction of the page that shows it. */
public interface TicketSight {

    /**
     * What the viewer was told of the ticket is read now.
     *
     * @param frame of the page that shows it
     * @return the same, with as many notifications as are still unread
     */
    Frame seen(Viewer viewer, long ticket, Frame frame);
}
