/**
 * Announcements: outages, planned work and news, from the platform or made here, for an audience. Shows them in the strip of
 * every page and on pages of their own, where people say that an outage affects them too; those are told by mail when it is
 * over. Uses {@code access}, {@code audit}, {@code letters}, {@code outbox}, {@code live}, {@code web}, the ports and the records of {@code itsm}.
 */
@NullMarked
package org.clientportal.portal.announcements;

import org.jspecify.annotations.NullMarked;
