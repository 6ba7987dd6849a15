/**
 * Documents as PDF (ISO 32000, tagged after ISO 14289): a FreeMarker template of the folder {@code documents} becomes pages of A4.
 * Shared by whoever prints something; uses {@code branding} and {@code web}. Nothing is ever fetched from anywhere: the renderer
 * gets its fonts, its style sheet and the pictures that its caller hands over, and whatever else a document names stays empty.
 */
@NullMarked
package org.clientportal.portal.pdf;

import org.jspecify.annotations.NullMarked;
