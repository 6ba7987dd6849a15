/**
 * The end of what support solved and nobody answered: a day is promised, the person is told, the platform is asked to close. Uses
 * {@code tickets} for the settings and the event, {@code outbox} and {@code live}; has no page.
 */
@NullMarked
package org.clientportal.portal.expiry;

import org.jspecify.annotations.NullMarked;
