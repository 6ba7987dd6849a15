package org.clientportal.portal.previews;

/**
 * The pages of a content were drawn and its words read, in the transaction that keeps them.
 *
 * @param sha256 of the content
 */
@SuppressWarnings("ArrayRecordComponent")
public record ContentRead(byte[] sha256) {}
