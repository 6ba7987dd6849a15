package org.clientportal.portal.evidence;

/**
 * A confirmation that is in its chain.
 *
 * @param id the portal's, for {@link ConfirmationPdfs}
 * @param checkCode as it is printed on the PDF: {@code K7QF-2M9X-TR4B-W8HD-5Z3N}
 * @param pdf the bytes that are kept
 */
@SuppressWarnings("ArrayRecordComponent")
public record Kept(long id, String checkCode, byte[] pdf, String fileName) {}
