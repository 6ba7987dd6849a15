package org.clientportal.mail;

/**
 * How large a message may be before it is set aside unread.
 *
 * @param bytes of the whole message
 * @param headerBytes of one header block, that of the message or of a part
 * @param parts in all
 * @param depth of nested multiparts
 * @param textChars of a text body; what is longer is cut, with a remark
 */
public record MailLimits(int bytes, int headerBytes, int parts, int depth, int textChars) {

    public static final MailLimits DEFAULT = new MailLimits(40 << 20, 256 << 10, 1_000, 20, 500_000);
}
