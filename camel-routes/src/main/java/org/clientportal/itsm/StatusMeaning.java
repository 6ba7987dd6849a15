package org.clientportal.itsm;

/** The seven states a person sees; every status of a platform maps to one of them, unknown ones to {@link #IN_WORK}. */
public enum StatusMeaning {
    /** Received, nobody has begun. */
    NEW,
    /** Support works on it. */
    IN_WORK,
    /** Support asked something and waits for the person. */
    WAITING_FOR_PERSON,
    /** Somebody else (a supplier) has to act. */
    WAITING_FOR_OTHERS,
    /** Work is planned for a date. */
    PLANNED,
    /** Support thinks it is solved; the person has not said so yet. */
    SOLVED,
    /** Over, by the person's word or the platform's. */
    CLOSED
}
