package org.clientportal.routes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often flows look around when nobody wakes them.
 *
 * @param enabled false switches every flow off
 * @param pull how often the platform's feed is read
 * @param catalogue how often the platform's lists are read
 * @param files how often missing contents of files are looked for
 * @param reconcile how long the comparison of the whole mirror with the platform rests after it is through; 0 for no comparison
 * @param reconcilePause pause after each page of that comparison
 * @param push how often the outbox is looked at
 * @param lease how long a node may work on one row before another may take it: longer than asking, preparing and sending together
 * @param lanes how many lanes a node works on at once
 */
@ConfigurationProperties(prefix = "portal.sync", ignoreUnknownFields = false)
public record FlowSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2s") Duration pull,
        @DefaultValue("60s") Duration catalogue,
        @DefaultValue("3s") Duration files,
        @DefaultValue("6h") Duration reconcile,
        @DefaultValue("5s") Duration reconcilePause,
        @DefaultValue("1s") Duration push,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("4") int lanes) {}
