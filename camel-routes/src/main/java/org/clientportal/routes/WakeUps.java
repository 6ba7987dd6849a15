package org.clientportal.routes;

import org.apache.camel.ProducerTemplate;
import org.clientportal.ports.Outbox.Destination;
import org.clientportal.ports.SyncControl;

/** Wake-ups as messages to the routes; one that finds its route stopping or busy is dropped, the schedule comes anyway. */
class WakeUps implements SyncControl {

    private final ProducerTemplate camel;

    WakeUps(ProducerTemplate camel) {
        this.camel = camel;
    }

    @Override
    public void wakeOutbox(Destination destination) {
        camel.sendBody(destination == Destination.PLATFORM ? PushRoute.WAKE : LocalWorkRoute.wake(destination), "");
    }

    @Override
    public void wakePull() {
        camel.sendBody(PullRoute.WAKE, "");
    }
}
