/**
 * Measurements ({@code ./portal bench}): real parts, medians of several runs, and a bare baseline measured in the same run, so that
 * the ratio survives a noisy machine. Uses the demo's parts.
 */
@NullMarked
package org.clientportal.demo.bench;

import org.jspecify.annotations.NullMarked;
