/**
 * How the portal looks for a company: its name, colour, logo and the card of its service desk; from one colour it derives
 * every other one. Uses nothing of the portal; {@code web} and {@code notifications} read {@code Brands}.
 */
@NullMarked
package org.clientportal.portal.branding;

import org.jspecify.annotations.NullMarked;
