/**
 * Who has which feature: the lines of administrators, the bundles they come in, groups and confidential categories, and the
 * explanation of what somebody sees. Uses {@code identity} to find people; features explain their own objects through
 * {@link org.clientportal.portal.access.Explained}.
 */
@NullMarked
package org.clientportal.portal.grants;

import org.jspecify.annotations.NullMarked;
