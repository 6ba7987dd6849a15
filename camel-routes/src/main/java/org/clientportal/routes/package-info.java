/**
 * The flows, one Camel route class each: schedules and wake-ups, leader policy, error policy, metrics. Uses {@code itsm},
 * {@code ports}, {@code keycloak} and {@code mail}; decides nothing about tickets or people.
 */
@NullMarked
package org.clientportal.routes;

import org.jspecify.annotations.NullMarked;
