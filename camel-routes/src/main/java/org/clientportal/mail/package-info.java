/**
 * Reading a mail: MIME structure, character sets, reply trimming, recognition of automatic mail. Pure functions over bytes;
 * uses no other package of the portal and knows nothing of tickets.
 */
@NullMarked
package org.clientportal.mail;

import org.jspecify.annotations.NullMarked;
