/**
 * What every page shares: the frame around it, its words and dates, forms, the configuration of FreeMarker and the pages for
 * errors. Uses {@code branding} and Spring MVC; features hand it their records and know nothing of templates.
 */
@NullMarked
package org.clientportal.portal.web;

import org.jspecify.annotations.NullMarked;
