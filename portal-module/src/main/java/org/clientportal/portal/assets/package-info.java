/**
 * Assets: the mirror of what the platform handed out and to whom, the pages on which a person sees what they have and had, and what
 * they say of it. Uses {@code access}, {@code conversation} (files, drafts), {@code search}, {@code sync}, {@code web},
 * {@code tickets} (a ticket about an asset) and {@code requests} (its forms offer them), the ports and the records of {@code itsm};
 * other features show assets through {@link org.clientportal.portal.assets.AssetOverview}. Its pages stand under {@code /equipment},
 * since {@code /assets} is where style sheets are.
 */
@NullMarked
package org.clientportal.portal.assets;

import org.jspecify.annotations.NullMarked;
