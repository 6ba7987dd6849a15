package org.clientportal.ports;

/** Which node runs a flow that may run only once. Inward. */
public interface Leadership {

    /** Whether this node leads a flow now; takes the lead when nobody has it. */
    boolean leads(String flow);
}
