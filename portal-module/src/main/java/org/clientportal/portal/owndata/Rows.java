package org.clientportal.portal.owndata;

import java.util.Iterator;
import java.util.stream.Stream;
import org.clientportal.portal.owndata.OwnDataDocument.Line;

/** Rows of a section one by one; lets go of the database with the last. */
final class Rows implements Iterator<Iterable<Line>> {

    private final Stream<String> source;
    private final Iterator<String> rows;
    private final Readable readable;

    Rows(Stream<String> source, Readable readable) {
        this.source = source;
        this.rows = source.iterator();
        this.readable = readable;
    }

    @Override
    public boolean hasNext() {
        var more = rows.hasNext();
        if (!more) {
            source.close();
        }
        return more;
    }

    @Override
    public Iterable<Line> next() {
        return readable.row(rows.next());
    }
}
