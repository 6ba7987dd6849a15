package org.clientportal.portal.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.ports.PeopleIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and organisations of the platform. What the platform wishes for a login is noted in the same transaction. */
@Component
class PeopleMirror implements PeopleIntake {

    private final JdbcClient jdbc;
    private final PlatformWishes wishes;
    private final PlatformGroups groups;

    PeopleMirror(JdbcClient jdbc, PlatformWishes wishes, PlatformGroups groups) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.wishes = wishes;
    }

    @Override
    @WorkTransaction
    public void take(List<Organisation> organisations, List<Person> people) {
        organisations.forEach(this::take);
        people.forEach(this::take);
    }

    private void take(Organisation organisation) {
        jdbc.sql("""
                        insert into organisation (platform_id, name, parent_platform_id, active, version)
                        values (:id, :name, :parent, :active, :version)
                        on conflict (platform_id) do update set name = excluded.name,
                          parent_platform_id = excluded.parent_platform_id, active = excluded.active,
                          version = excluded.version
                        where organisation.version < excluded.version""")
                .param("id", organisation.id())
                .param("name", organisation.name())
                .param("parent", organisation.parentId())
                .param("active", organisation.active())
                .param("version", organisation.version())
                .update();
    }

    private void take(Person person) {
        var before = before(person.id());
        store(person).ifPresent(id -> {
            storeAddresses(id, PersonRow.addresses(person));
            groups.take(id, person.name(), person.groups(), before.isPresent());
            wishes.changed(id, before, PersonRow.of(person));
        });
    }

    private Optional<PersonRow> before(String platformId) {
        return jdbc.sql("""
                        select p.name, a.address, p.portal_access, p.active, p.password_asked_at
                        from person p left join person_address a on a.person = p.id and a.position = 0
                        where p.platform_id = ?""")
                .param(platformId)
                .query((row, number) -> PersonRow.stored(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("portal_access"),
                        row.getBoolean("active"),
                        row.getObject("password_asked_at", OffsetDateTime.class)))
                .optional();
    }

    /** Empty when the mirror already has this version or a newer one. */
    private Optional<Long> store(Person person) {
        return jdbc.sql("""
                        insert into person (platform_id, kind, name, organisation_platform_id, portal_access,
                          password_asked_at, language, time_zone, active, version)
                        values (:id, :kind, :name, :organisation, :access, :asked, :language, :zone, :active, :version)
                        on conflict (platform_id) do update set kind = excluded.kind, name = excluded.name,
                          organisation_platform_id = excluded.organisation_platform_id,
                          portal_access = excluded.portal_access, password_asked_at = excluded.password_asked_at,
                          language = excluded.language, time_zone = excluded.time_zone, active = excluded.active,
                          version = excluded.version
                        where person.version < excluded.version
                        returning id""")
                .param("id", person.id())
                .param("kind", person.kind().name())
                .param("name", person.name())
                .param("organisation", person.organisationId())
                .param("access", person.portalAccess().name())
                .param("asked", at(person.passwordAskedAt()))
                .param("language", person.language())
                .param("zone", person.timeZone())
                .param("active", person.active())
                .param("version", person.version())
                .query(Long.class)
                .optional();
    }

    private void storeAddresses(long id, List<String> addresses) {
        jdbc.sql("delete from person_address where person = ?").param(id).update();
        for (var position = 0; position < addresses.size(); position++) {
            jdbc.sql("insert into person_address (person, address, position) values (?, ?, ?)")
                    .params(id, addresses.get(position), position)
                    .update();
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
