/**
 * The way in from the platform: the cursor, and one transaction per page that lets each feature take its part through the
 * ports. Uses {@code access}, {@code ports} and the records of {@code itsm}; knows no feature.
 */
@NullMarked
package org.clientportal.portal.sync;

import org.jspecify.annotations.NullMarked;
