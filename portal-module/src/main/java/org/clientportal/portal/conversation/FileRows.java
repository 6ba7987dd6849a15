package org.clientportal.portal.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientportal.itsm.Entry.FileRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of files that belong to something of the platform other than an entry. Within the caller's work transaction. */
@Component
public class FileRows {

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What files belong to; the name of their column. */
    public enum Owner {
        ARTICLE("article"),
        ASSET("asset"),
        DOCUMENT("document"),
        NOTE("note");

        private final String column;

        Owner(String column) {
            this.column = column;
        }
    }

    /** Ours by the platform's, those that are known already and new ones. */
    public Map<String, UUID> ids(Owner owner, List<FileRef> files) {
        var ids = new HashMap<String, UUID>();
        if (files.isEmpty()) {
            return ids;
        }
        jdbc.sql("select platform_id, id from attachment where " + owner.column
                        + " is not null and platform_id in (:files)")
                .param("files", files.stream().map(FileRef::id).toList())
                .query((row, number) -> ids.put(row.getString(1), row.getObject(2, UUID.class)))
                .list();
        files.forEach(file -> ids.computeIfAbsent(file.id(), unknown -> UUID.randomUUID()));
        return ids;
    }

    /** Its files are these from now on, in this order. */
    public void store(Owner owner, long object, List<FileRef> files, Map<String, UUID> ids) {
        jdbc.sql("delete from attachment where " + owner.column + " = :object and id <> all (:kept)")
                .param("object", object)
                .param("kept", files.stream().map(file -> ids.get(file.id())).toArray(UUID[]::new))
                .update();
        for (int position = 0; position < files.size(); position++) {
            var file = files.get(position);
            jdbc.sql("insert into attachment (id, " + owner.column
                            + ", position, platform_id, name, content_type, size)"
                            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (platform_id) do update"
                            + " set position = excluded.position, name = excluded.name")
                    .params(
                            Objects.requireNonNull(ids.get(file.id())),
                            object,
                            position,
                            file.id(),
                            FileNames.clean(file.name()),
                            file.contentType(),
                            file.size())
                    .update();
        }
    }
}
