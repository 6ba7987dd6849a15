/**
 * Who did what to whom, when and from where: an append-only record, written in the transaction of the deed. It uses
 * {@code access} and {@code admin}; whoever changes what others may do writes to {@link org.clientportal.portal.audit.Audit}.
 */
@NullMarked
package org.clientportal.portal.audit;

import org.jspecify.annotations.NullMarked;
