/**
 * The line between the routes and the features. Inward ports ({@code TicketIntake}, {@code PeopleIntake},
 * {@code ChangeIntake}, {@code Reconciliation}, {@code MailIntake}, {@code Outbox}) are implemented by the portal's features
 * and called by routes; outward ports ({@code Logins}, {@code SyncControl}, {@code PlatformFiles}) are implemented here and
 * called by features. Uses the records of {@code itsm} only.
 */
@NullMarked
package org.clientportal.ports;

import org.jspecify.annotations.NullMarked;
