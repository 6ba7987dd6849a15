package org.clientportal.portal.inbox;

import org.clientportal.itsm.Person;

/**
 * Somebody of the register, found by a mail's From line.
 *
 * @param person the portal's id
 * @param platformId the platform's id
 */
record Sender(long person, String platformId, String name, Person.Kind kind, boolean active) {}
