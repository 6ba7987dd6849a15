package org.clientportal.portal.evidence;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientportal.portal.evidence.Finding.Kind;
import org.clientportal.portal.evidence.Stored.Content;
import org.clientportal.portal.evidence.Stored.Value;
import org.jspecify.annotations.Nullable;

/** Works out again what a link says of a confirmation, and compares. */
final class Examination {

    private final Map<String, PublicKey> trusted;
    private final Consumer<Finding> found;

    Examination(Map<String, PublicKey> trusted, Consumer<Finding> found) {
        this.trusted = trusted;
        this.found = found;
    }

    /** The link by itself, and what it stands for. */
    void examine(Stored stored) {
        var link = stored.link();
        if (!Arrays.equals(link.hash(), link.rehashed())) {
            tell(Kind.LINK_CHANGED, link, "the link is not what was hashed");
        }
        if (!EvidenceKeys.verify(trusted, link.hash(), link.signed())) {
            tell(
                    Kind.LINK_FORGED,
                    link,
                    trusted.containsKey(link.signed().key())
                            ? "the signature is not of this link"
                            : "signed by the key " + link.signed().key() + ", which does not count here");
        }
        if (link.kind() == Link.Kind.CONFIRMED) {
            var content = stored.content();
            if (content == null) {
                tell(Kind.CONFIRMATION_MISSING, link, "the confirmation was deleted");
            } else {
                content(stored, content);
            }
        }
    }

    private void content(Stored stored, Content content) {
        var link = stored.link();
        var erasing = stored.erasing();
        if (content.erased() && erasing == null) {
            tell(Kind.ERASED_WITHOUT_RECORD, link, "values and PDF are gone, and no link records an erasing");
        }
        if (erasing != null && !isErased(content, erasing.at())) {
            tell(Kind.BACK_AFTER_ERASING, link, "link " + erasing.seq() + " records that this was erased");
        }
        if (!content.erased()) {
            content.values().forEach(value -> value(link, value));
            pdf(link, content);
            lookups(link, content);
        }
        var leaf = Salted.leaf(content.values().stream().map(Value::hash).toList(), content.pdfHash());
        if (!Arrays.equals(leaf, link.leaf())) {
            tell(Kind.VALUES_DIFFER, link, "values were added or taken away, or hashes replaced");
        }
    }

    /** Nothing is left but hashes. */
    private static boolean isErased(Content content, Instant at) {
        return at.equals(content.erasedAt())
                && Stream.of(
                                content.pdf(),
                                content.pdfSalt(),
                                content.person(),
                                content.receipt(),
                                content.version(),
                                content.checkCode(),
                                content.fileName())
                        .allMatch(Objects::isNull)
                && content.values().stream()
                        .allMatch(value -> value.value() == null
                                && value.salt() == null
                                && value.name().equals(Digest.hex(value.hash())));
    }

    private void value(Link link, Value value) {
        var salt = value.salt();
        var text = value.value();
        if (salt == null || text == null || !Arrays.equals(Salted.hash(value.name(), salt, text), value.hash())) {
            tell(Kind.VALUE_CHANGED, link, "the value of " + value.name());
        }
    }

    private void pdf(Link link, Content content) {
        var salt = content.pdfSalt();
        var pdf = content.pdf();
        if (salt == null || pdf == null || !Arrays.equals(Salted.hash("pdf", salt, pdf), content.pdfHash())) {
            tell(Kind.PDF_CHANGED, link, "the bytes of the PDF");
        }
    }

    private void lookups(Link link, Content content) {
        compare(link, content, "organisation", link.organisation());
        compare(link, content, ConfirmedValues.PERSON, content.person());
        compare(link, content, ConfirmedValues.RECEIPT, content.receipt());
        compare(link, content, ConfirmedValues.VERSION, content.version());
        compare(link, content, ConfirmedValues.CODE, content.checkCode());
        compare(link, content, ConfirmedValues.FILE, content.fileName());
    }

    private void compare(Link link, Content content, String name, @Nullable Object column) {
        if (!Objects.equals(content.value(name), column == null ? null : column.toString())) {
            tell(Kind.LOOKUP_CHANGED, link, "what it is looked up by as " + name);
        }
    }

    private void tell(Kind kind, Link link, String detail) {
        found.accept(Finding.link(kind, link.organisation(), link.seq(), detail));
    }
}
