package org.clientportal.ports;

/** Wakes flows ahead of their schedule. Outward; a wake-up is a hint and may be lost. */
public interface SyncControl {

    /** New rows wait in the outbox for this destination. */
    void wakeOutbox(Outbox.Destination destination);

    /** The platform says that something changed. */
    void wakePull();
}
