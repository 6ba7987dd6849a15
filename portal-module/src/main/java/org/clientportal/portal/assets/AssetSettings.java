package org.clientportal.portal.assets;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Assets.
 *
 * @param correctionCategory id of the platform's category for "I do not have this"; the first one when not set
 */
@ConfigurationProperties(value = "portal.assets", ignoreUnknownFields = false)
record AssetSettings(@Nullable String correctionCategory) {}
