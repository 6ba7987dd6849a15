package org.clientportal.portal.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The drafts of the viewer; row-level security keeps others' away. */
interface Drafts extends Repository<Draft, UUID> {

    Draft save(Draft draft);

    Optional<Draft> findById(UUID id);

    Optional<Draft> findByFormKey(String formKey);

    Optional<Draft> findByRescue(String rescue);

    /** Those that are not on their way back to somebody who was signed out, the latest first. */
    List<Draft> findByPersonAndRescueIsNullOrderByChangedAtDesc(long person);

    void delete(Draft draft);

    @Modifying
    @Query("delete from draft where changed_at < :before")
    int deleteOlderThan(java.time.OffsetDateTime before);
}
