/**
 * People of the viewer's own organisation or firm, found by name or address; nobody else exists here. Shared by every feature that
 * lets a person name another one. Reads the register through functions of the database that start at the viewer.
 */
@NullMarked
package org.clientportal.portal.colleagues;

import org.jspecify.annotations.NullMarked;
