/**
 * The admin API's security, error shape and token address; the endpoints themselves belong to the features. Uses
 * {@code signin}'s settings, and features throw {@link org.clientportal.portal.admin.AdminProblem}.
 */
@NullMarked
package org.clientportal.portal.admin;

import org.jspecify.annotations.NullMarked;
