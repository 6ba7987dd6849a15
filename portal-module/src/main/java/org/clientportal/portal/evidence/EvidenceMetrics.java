package org.clientportal.portal.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** The evidence as metrics (docs/metrics.md): a number that only grows, and whether what was written down is still there. */
@Component
class EvidenceMetrics implements MeterBinder {

    private final Witness witness;
    private final Sealing sealing;

    EvidenceMetrics(Witness witness, Sealing sealing) {
        this.witness = witness;
        this.sealing = sealing;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("portal.evidence.seal", this::lastSeal)
                .description("Number of the last seal that this node wrote down")
                .register(meters);
        Gauge.builder("portal.evidence.broken", () -> sealing.isBroken() ? 1 : 0)
                .description("1 when a seal that was written down is not in the database any more")
                .register(meters);
    }

    private long lastSeal() {
        var last = witness.lastSeal();
        return last == null ? 0 : last.number();
    }
}
