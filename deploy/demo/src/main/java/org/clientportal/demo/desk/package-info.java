/**
 * The reference desk: a small help desk in a process of its own that serves the open connector contract
 * ({@code docs/connector-api.yaml}), keeps everything in a journal on disk and has a page where a newcomer answers as the
 * agent. It uses the records of {@code org.clientportal.itsm}, the JDK's HTTP server and no other part of the portal; the
 * portal reaches it only through {@code itsm.http}.
 */
@NullMarked
package org.clientportal.demo.desk;

import org.jspecify.annotations.NullMarked;
