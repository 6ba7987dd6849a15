package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.web.NotFound;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages of a feature that the viewer does not have answer as if they did not exist. */
@Configuration(proxyBeanMethods = false)
class FeatureGate implements WebMvcConfigurer, HandlerInterceptor {

    private static final ClassValue<Optional<Feature>> NEEDS = new ClassValue<>() {
        @Override
        protected Optional<Feature> computeValue(Class<?> controller) {
            return Optional.ofNullable(AnnotationUtils.findAnnotation(controller, Needs.class))
                    .map(Needs::value);
        }
    };

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var needs = NEEDS.get(method.getBeanType());
            if (needs.isPresent()
                    && CurrentViewer.get()
                            .filter(viewer -> viewer.has(needs.get()))
                            .isEmpty()) {
                throw new NotFound();
            }
        }
        return true;
    }
}
