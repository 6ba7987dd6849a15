/**
 * The administrators' command line: one {@code *Commands} class for each noun, which ask the portal's admin API over HTTP
 * and print what it says as a table, JSON or CSV. It stands alone, shares no code with the portal, and keeps the exit codes
 * of {@link org.clientportal.cli.Exit} whatever happens.
 */
@NullMarked
package org.clientportal.cli;

import org.jspecify.annotations.NullMarked;
