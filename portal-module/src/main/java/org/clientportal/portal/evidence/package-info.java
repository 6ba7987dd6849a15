/**
 * What people confirmed, as evidence: the values with their salts, the PDF as it was confirmed, a chain of hashes for each
 * organisation, seals, and finding out whether somebody changed any of it (docs/receipts.md). Uses {@code pdf} and {@code web};
 * {@code receipts} puts confirmations in, in the transaction in which somebody signs.
 */
@NullMarked
package org.clientportal.portal.evidence;

import org.jspecify.annotations.NullMarked;
