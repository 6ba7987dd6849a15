package org.clientportal.demo.desk;

import java.time.Instant;

/**
 * What somebody said of an article.
 *
 * @param reason what was missing, empty when nothing was said
 */
record DeskVerdict(
        String id,
        String articleId,
        String personId,
        String name,
        boolean helped,
        String reason,
        Instant at,
        String requestKey) {}
