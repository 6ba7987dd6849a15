package org.clientportal.portal.branding;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach the portal. Links in mails carry it, never the Host header of a request.
 *
 * @param url scheme, host and port, without a path
 */
@ConfigurationProperties(prefix = "portal.address", ignoreUnknownFields = false)
public record PortalAddress(URI url) {

    public PortalAddress {
        if (url == null || url.getHost() == null || !url.getPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "portal.address.url must be the portal's address without a path, such as https://help.example.com");
        }
    }
}
