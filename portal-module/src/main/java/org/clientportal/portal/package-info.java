/**
 * The portal: a web application in front of an ITSM platform. This package holds the start only; the shared mechanisms
 * ({@code access conversation outbox live web sync}) and the features stand below it.
 */
@NullMarked
package org.clientportal.portal;

import org.jspecify.annotations.NullMarked;
