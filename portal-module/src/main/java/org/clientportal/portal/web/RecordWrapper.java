package org.clientportal.portal.web;

import freemarker.ext.beans.StringModel;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.MethodCallAwareTemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives templates the records and enums of pages. FreeMarker alone looks a class up and calls by reflection each time something is
 * read; here each method without parameters is linked once for its class.
 */
final class RecordWrapper extends DefaultObjectWrapper {

    private static final ClassValue<Map<String, Function<Object, Object>>> READS = new ClassValue<>() {
        @Override
        protected Map<String, Function<Object, Object>> computeValue(Class<?> type) {
            return reads(type);
        }
    };

    RecordWrapper(Version version) {
        super(version);
    }

    @Override
    protected TemplateModel handleUnknownType(Object object) throws TemplateModelException {
        return object instanceof Record || object instanceof Enum
                ? new Model(object, this, READS.get(object.getClass()))
                : super.handleUnknownType(object);
    }

    private static Map<String, Function<Object, Object>> reads(Class<?> type) {
        var reads = new HashMap<String, Function<Object, Object>>();
        if (Modifier.isPublic(type.getModifiers())) {
            for (var method : type.getMethods()) {
                if (method.getParameterCount() == 0
                        && method.getReturnType() != void.class
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class) {
                    reads.put(method.getName(), linked(method));
                }
            }
        }
        return reads;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> linked(Method method) {
        try {
            var lookup = MethodHandles.lookup();
            var handle = lookup.unreflect(method);
            return (Function<Object, Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            handle,
                            handle.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException(method + " cannot be linked", impossible);
        }
    }

    /** An object whose reads are linked; everything else is as FreeMarker has it. */
    private static final class Model extends StringModel implements MethodCallAwareTemplateHashModel {

        private final Map<String, Function<Object, Object>> reads;

        Model(Object object, RecordWrapper wrapper, Map<String, Function<Object, Object>> reads) {
            super(object, wrapper);
            this.reads = reads;
        }

        @Override
        public @Nullable TemplateModel get(String name) throws TemplateModelException {
            var read = object instanceof Record ? reads.get(name) : null;
            return read == null ? super.get(name) : wrap(read.apply(object));
        }

        @Override
        public @Nullable TemplateModel getBeforeMethodCall(String name)
                throws TemplateModelException, ShouldNotBeGetAsMethodException {
            var read = reads.get(name);
            return read == null
                    ? super.getBeforeMethodCall(name)
                    : (TemplateMethodModelEx) arguments -> wrap(read.apply(object));
        }
    }
}
