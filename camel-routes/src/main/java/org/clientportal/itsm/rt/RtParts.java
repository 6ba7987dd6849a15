package org.clientportal.itsm.rt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.rt.RtClient.Limit;

/** What was said with a transaction: RT keeps it as the parts of a mail. */
class RtParts {

    private static final int AT_ONCE = 100;
    private static final long LONGEST_TEXT = 4_000_000;
    private static final String PARTS = "/attachments?fields=TransactionId,ContentType,Filename,Headers,ContentLength";
    private static final String TEXTS = "/attachments?fields=TransactionId,ContentType,Content";

    private final RtClient rt;

    RtParts(RtClient rt) {
        this.rt = rt;
    }

    /**
     * The text and the files of one transaction.
     *
     * @param html whether the text is HTML
     * @param headers MIME headers of the text's part
     */
    record Said(String text, boolean html, String headers, List<FileRef> files) {

        static final Said NOTHING = new Said("", false, "", List.of());
    }

    /** By transaction. */
    Map<String, Said> of(List<RtItem> transactions) {
        var ids = transactions.stream()
                .filter(t -> t.text("Type").equals("Create") || t.text("Type").equals("Correspond"))
                .map(RtItem::id)
                .toList();
        var parts = new ArrayList<RtItem>();
        for (var some : inParts(ids)) {
            parts.addAll(rt.searchAll(PARTS, List.of(Limit.in("TransactionId", some))));
        }
        var texts = texts(parts);
        var byTransaction = new HashMap<String, List<RtItem>>();
        parts.forEach(part -> byTransaction
                .computeIfAbsent(part.text("TransactionId"), id -> new ArrayList<>())
                .add(part));
        var said = new HashMap<String, Said>();
        byTransaction.forEach((id, each) -> said.put(id, said(each, texts)));
        return said;
    }

    private Map<String, String> texts(List<RtItem> parts) {
        var texts = new HashMap<String, String>();
        for (var some :
                inParts(parts.stream().filter(RtParts::isText).map(RtItem::id).toList())) {
            for (var text : rt.search(TEXTS + "&per_page=" + AT_ONCE, List.of(Limit.in("id", some)))) {
                texts.put(text.id(), text.text("Content"));
            }
        }
        return texts;
    }

    /** A mail of an agent has the same words plain and as HTML: the HTML says more. */
    private static Said said(List<RtItem> parts, Map<String, String> texts) {
        var html = parts.stream().anyMatch(part -> isText(part) && isHtml(part));
        var text = new StringBuilder();
        var headers = "";
        var files = new ArrayList<FileRef>();
        for (var part : parts) {
            if (isText(part)) {
                if (isHtml(part) == html) {
                    headers = headers.isEmpty() ? part.text("Headers") : headers;
                    text.append(texts.getOrDefault(part.id(), ""));
                }
            } else if (isFile(part)) {
                files.add(file(part));
            }
        }
        return new Said(text.toString(), html, headers, List.copyOf(files));
    }

    private static boolean isText(RtItem part) {
        var type = part.text("ContentType");
        return part.text("Filename").isEmpty()
                && (type.equals("text/plain") || type.equals("text/html"))
                && part.number("ContentLength") <= LONGEST_TEXT
                && !part.text("Headers").contains("Content-Disposition: attachment");
    }

    private static boolean isHtml(RtItem part) {
        return part.text("ContentType").equals("text/html");
    }

    private static boolean isFile(RtItem part) {
        var container = part.text("ContentType").startsWith("multipart/");
        return !container && (!part.text("Filename").isEmpty() || part.number("ContentLength") > 0);
    }

    private static FileRef file(RtItem part) {
        var name = part.text("Filename");
        var type = RtFields.contentTypeParameter(part.text("Headers"), "portal-type");
        return new FileRef(
                part.id(),
                name.isEmpty() ? "file-" + part.id() : name,
                type != null ? type : part.text("ContentType"),
                part.number("ContentLength"));
    }

    private static List<List<String>> inParts(List<String> ids) {
        var parts = new ArrayList<List<String>>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            parts.add(ids.subList(i, Math.min(i + AT_ONCE, ids.size())));
        }
        return parts;
    }
}
