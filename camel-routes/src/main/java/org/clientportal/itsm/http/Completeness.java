package org.clientportal.itsm.http;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Refuses an answer that lacks what its record promises, so that a faulty bridge is noticed here and not in the mirror. */
final class Completeness {

    private Completeness() {}

    static void require(Object value) {
        require(value, value.getClass().getSimpleName());
    }

    private static void require(Object value, String where) {
        if (value instanceof Collection<?> many) {
            for (var one : many) {
                if (one == null) {
                    throw new IllegalArgumentException(where + " has an empty element");
                }
                require(one, where);
            }
        } else if (value.getClass().isRecord()) {
            for (var component : value.getClass().getRecordComponents()) {
                requireComponent(value, component, where + "." + component.getName());
            }
        }
    }

    private static void requireComponent(Object owner, RecordComponent component, String where) {
        Object value;
        try {
            value = component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(where, e);
        }
        if (value != null) {
            require(value, where);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new IllegalArgumentException(where + " is missing");
        }
    }
}
