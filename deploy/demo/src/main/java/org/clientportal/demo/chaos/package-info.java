/**
 * Crash tests ({@code ./portal chaos}): people write over HTTP while the portal is killed, the desk fails and the database is
 * lost, and afterwards desk and pages are compared with what was accepted. Uses the demo's parts as processes; knows of the
 * portal its pages, its kill points and, to do without Keycloak, its session and login tables.
 */
@NullMarked
package org.clientportal.demo.chaos;

import org.jspecify.annotations.NullMarked;
