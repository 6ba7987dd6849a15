package org.clientportal.itsm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when the platform means to act, by what was agreed with the person's organisation.
 *
 * @param answerBy first answer; null when none was agreed
 * @param solveBy solution; null when none was agreed
 */
public record Target(@Nullable Instant answerBy, @Nullable Instant solveBy) {}
