/**
 * Request Tracker 5 over its REST 2 interface. Uses {@code itsm} only; README.md beside this file says how RT is prepared
 * and what of the contract it can give.
 */
@NullMarked
package org.clientportal.itsm.rt;

import org.jspecify.annotations.NullMarked;
