package org.clientportal.portal.conversation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.domain.Persistable;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person has typed and attached and not yet sent. Every posted form becomes one before anything can refuse it.
 */
@Table("draft")
public final class Draft implements Persistable<UUID> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    @Id
    private final UUID id;

    private final long person;
    private final String form;
    private final String formKey;
    private final String fields;
    private final Instant createdAt;
    private final Instant changedAt;
    private final @Nullable String rescue;

    @MappedCollection(idColumn = "draft", keyColumn = "position")
    private final List<DraftFile> files;

    @Transient
    private final boolean isNew;

    @PersistenceCreator
    Draft(
            UUID id,
            long person,
            String form,
            String formKey,
            String fields,
            Instant createdAt,
            Instant changedAt,
            @Nullable String rescue,
            List<DraftFile> files) {
        this(id, person, form, formKey, fields, createdAt, changedAt, rescue, files, false);
    }

    private Draft(
            UUID id,
            long person,
            String form,
            String formKey,
            String fields,
            Instant createdAt,
            Instant changedAt,
            @Nullable String rescue,
            List<DraftFile> files,
            boolean isNew) {
        this.id = id;
        this.person = person;
        this.form = form;
        this.formKey = formKey;
        this.fields = fields;
        this.createdAt = createdAt;
        this.changedAt = changedAt;
        this.rescue = rescue;
        this.files = List.copyOf(files);
        this.isNew = isNew;
    }

    static Draft begin(long person, String form, String formKey, Instant now) {
        return new Draft(UUID.randomUUID(), person, form, formKey, "{}", now, now, null, List.of(), true);
    }

    /** A file that waits in a draft. */
    @Table("draft_file")
    @SuppressWarnings("ArrayRecordComponent")
    public record DraftFile(@Column("id") UUID fileId, String name, String contentType, long size, byte[] sha256) {}

    Draft with(Map<String, String> values, List<DraftFile> nowFiles, Instant now) {
        return new Draft(
                id, person, form, formKey, JSON.writeValueAsString(values), createdAt, now, rescue, nowFiles, isNew);
    }

    Draft rescuedBy(@Nullable String token) {
        return new Draft(id, person, form, formKey, fields, createdAt, changedAt, token, files, isNew);
    }

    /** The value of a text field, empty when absent. */
    public String value(String field) {
        return values().getOrDefault(field, "");
    }

    /** The values of the fields whose names begin so, by the rest of the name. */
    public Map<String, String> valuesBeginning(String prefix) {
        var found = new LinkedHashMap<String, String>();
        values().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** The same text and files in another form. */
    Draft in(String otherForm, Map<String, String> values, Instant now) {
        return new Draft(
                id, person, otherForm, formKey, JSON.writeValueAsString(values), createdAt, now, rescue, files, false);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    public long person() {
        return person;
    }

    /** Which form, such as {@code tickets/new}: the path of the page that shows it. */
    public String form() {
        return form;
    }

    public String formKey() {
        return formKey;
    }

    Map<String, String> values() {
        return JSON.readValue(fields, TEXTS);
    }

    public List<DraftFile> files() {
        return files;
    }

    Instant changedAt() {
        return changedAt;
    }
}
