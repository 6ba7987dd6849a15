package org.clientportal.portal.access;

import java.util.Optional;

/** The viewer of the request this thread serves. Bound by the web layer around each page, read by the transactions. */
public final class CurrentViewer {

    private static final ScopedValue<Viewer> VIEWER = ScopedValue.newInstance();

    private CurrentViewer() {}

    public static Optional<Viewer> get() {
        return VIEWER.isBound() ? Optional.of(VIEWER.get()) : Optional.empty();
    }

    /** Runs something in the viewer's name. */
    public static <T, X extends Throwable> T with(Viewer viewer, ScopedValue.CallableOp<T, X> call) throws X {
        return ScopedValue.where(VIEWER, viewer).call(call);
    }
}
