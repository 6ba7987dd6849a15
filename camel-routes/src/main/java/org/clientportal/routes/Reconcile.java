package org.clientportal.routes;

import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.ports.Leadership;
import org.clientportal.ports.Reconciliation;
import org.clientportal.ports.Reconciliation.Ask;
import org.clientportal.ports.Reconciliation.Read;
import org.clientportal.ports.Reconciliation.Rest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the mirror with the platform, a small step at a time, on the one node that leads. */
class Reconcile {

    private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);
    private static final String FLOW = "reconcile";

    private final ItsmConnector itsm;
    private final Reconciliation mirror;
    private final Leadership leadership;
    private final FlowSettings settings;

    Reconcile(ItsmConnector itsm, Reconciliation mirror, Leadership leadership, FlowSettings settings) {
        this.itsm = itsm;
        this.mirror = mirror;
        this.leadership = leadership;
        this.settings = settings;
    }

    /** One step; a platform that does not answer is asked the same at the next. */
    public void step() {
        if (settings.reconcile().isZero() || !leadership.leads(FLOW)) {
            return;
        }
        switch (mirror.next(settings.reconcile())) {
            case Rest rest -> LOG.trace("{}", rest);
            case Read read -> mirror.read(read.cursor(), itsm.changes(read.cursor()));
            case Ask ask -> ask.ticketIds().forEach(this::ask);
        }
    }

    private void ask(String ticketId) {
        try {
            mirror.answered(ticketId, itsm.ticket(ticketId));
        } catch (ItsmRejected refused) {
            LOG.warn("the platform refuses ticket {}: {}", ticketId, refused.getMessage());
            mirror.refused(ticketId);
        }
    }
}
