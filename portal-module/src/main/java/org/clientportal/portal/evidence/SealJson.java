package org.clientportal.portal.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/** Links and seals as they leave the database: numbers, times after ISO 8601, bytes in hexadecimal digits. */
final class SealJson {

    private SealJson() {}

    static Map<String, Object> of(Seal seal) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", seal.number());
        fields.put("organisation", seal.organisation());
        fields.put("first", seal.first());
        fields.put("last", seal.last());
        fields.put("at", seal.at().toString());
        fields.put("root", Digest.hex(seal.root()));
        fields.put("previous", Digest.hex(seal.previous()));
        fields.put("hash", Digest.hex(seal.hash()));
        fields.put("key", seal.signed().key());
        fields.put("signature", Digest.hex(seal.signed().signature()));
        return fields;
    }

    static Map<String, Object> of(Link link) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("organisation", link.organisation());
        fields.put("seq", link.seq());
        fields.put("kind", link.kind().name());
        fields.put("erases", link.erases());
        fields.put("at", link.at().toString());
        fields.put("leaf", Digest.hex(link.leaf()));
        fields.put("previous", Digest.hex(link.previous()));
        fields.put("hash", Digest.hex(link.hash()));
        fields.put("key", link.signed().key());
        fields.put("signature", Digest.hex(link.signed().signature()));
        return fields;
    }
}
