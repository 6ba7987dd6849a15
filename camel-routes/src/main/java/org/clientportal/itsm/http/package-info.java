/**
 * The client side of the open connector contract ({@code docs/connector-api.yaml}): any platform reached through a bridge,
 * and the reference desk. Uses {@code itsm} only.
 */
@NullMarked
package org.clientportal.itsm.http;

import org.jspecify.annotations.NullMarked;
