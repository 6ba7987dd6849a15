/**
 * The port to the ITSM platform: {@link org.clientportal.itsm.ItsmConnector}, the records that cross it and its two
 * failures. It uses nothing else of the portal; every platform ({@code itsm.http}, {@code itsm.rt}) is a small package
 * below it that implements the connector and passes the same contract tests.
 */
@NullMarked
package org.clientportal.itsm;

import org.jspecify.annotations.NullMarked;
