package org.clientportal.portal.outbox;

import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Submission;
import org.clientportal.ports.Outbox.Claim;

/** What a kind of outbox row means, told by the feature that adds it. */
public interface OutboxTopic {

    /** Such as {@code ticket.reply}. */
    String topic();

    /** For rows to the platform: what to send, read afresh. Called in a work transaction. */
    default Submission submission(Claim claim) {
        throw new IllegalStateException(topic() + " is not for the platform");
    }

    /** For other rows: does it, wholly; called with no transaction open. An exception means later again. */
    default void perform(Claim claim) {
        throw new IllegalStateException(topic() + " is for the platform");
    }

    /** The platform took it; called in the transaction that ends the row. */
    default void delivered(Claim claim, Delivered delivered) {}

    /** It was not possible now; called in the transaction that postpones the row. */
    default void postponed(Claim claim, boolean uncertain) {}

    /** It was refused for good; called in the transaction that parks the row. */
    default void parked(Claim claim, ItsmRejected.Reason reason) {}
}
