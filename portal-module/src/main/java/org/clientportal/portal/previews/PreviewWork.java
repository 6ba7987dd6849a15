package org.clientportal.portal.previews;

import org.clientportal.ports.ContentWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws one file after the other. */
@Component
@Order(2)
class PreviewWork implements ContentWork {

    private final PreviewMaking making;
    private final PreviewSettings settings;

    PreviewWork(PreviewMaking making, PreviewSettings settings) {
        this.making = making;
        this.settings = settings;
    }

    @Override
    public boolean next() {
        if (!settings.enabled()) {
            return false;
        }
        var next = making.undrawn();
        next.ifPresent(content -> making.keep(content, making.draw(content)));
        return next.isPresent();
    }
}
