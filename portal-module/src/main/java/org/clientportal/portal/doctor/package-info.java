/**
 * Says what is wrong with an installation and what to do about it: the settings before the portal starts, and the parts it
 * needs ({@code ./portal doctor}), also when it does not start. Uses the settings of everybody, {@code itsm} and
 * {@code ports} to ask platform and Keycloak for their own word; nothing uses it but the start.
 */
@NullMarked
package org.clientportal.portal.doctor;

import org.jspecify.annotations.NullMarked;
