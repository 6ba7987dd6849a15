package org.clientportal.itsm;

import org.jspecify.annotations.Nullable;

/**
 * A company, branch or department of the platform.
 *
 * @param id the platform's id
 * @param parentId the organisation above, null at the top of the tree
 * @param active false when it was withdrawn
 * @param version grows with every change of this organisation
 */
public record Organisation(String id, String name, @Nullable String parentId, boolean active, long version) {}
