package org.clientportal.portal.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Whom the knowledge base is for.
 *
 * @param open whether articles that their authors open to all are read without signing in too
 */
@ConfigurationProperties(prefix = "portal.knowledge", ignoreUnknownFields = false)
record KnowledgeSettings(
        @Name("public") @DefaultValue("false") boolean open) {}
