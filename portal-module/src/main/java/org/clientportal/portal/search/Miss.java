package org.clientportal.portal.search;

import java.time.Instant;

/** What was looked for and not found; never by whom. */
record Miss(String words, String language, long times, Instant lastAt) {}
