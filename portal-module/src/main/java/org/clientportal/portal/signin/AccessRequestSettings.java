package org.clientportal.portal.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where requests of people go whom nobody knows.
 *
 * @param requester id or address of a person of the register in whose name they become tickets, such as the service desk's own;
 *     null to mail them to {@code portal.branding.desk.mail}
 * @param category of these tickets, an id of the platform; null for the first of its list
 */
@ConfigurationProperties(prefix = "portal.access-request", ignoreUnknownFields = false)
record AccessRequestSettings(
        @Nullable String requester, @Nullable String category) {}
