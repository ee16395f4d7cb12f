package io.hayate.testkit;

import io.hayate.venue.VenueConfig;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the venue that {@link Venue} asks for, and ends it with its test. */
public final class VenueExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(VenueExtension.class);
    private static final long START_MS = 1_764_000_000_000L;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestVenue.class || type == VirtualVenue.class;
    }

    @Override
    public Object resolveParameter(ParameterContext context, ExtensionContext test) {
        Parameter parameter = context.getParameter();
        ExtensionContext.Store store = test.getStore(NAMESPACE);
        VenueConfig config = config(test);
        return parameter.getType() == TestVenue.class
                ? store.getOrComputeIfAbsent(
                        TestVenue.class, key -> TestVenue.start(config), TestVenue.class)
                : store.getOrComputeIfAbsent(
                        VirtualVenue.class,
                        key -> VirtualVenue.at(START_MS, config),
                        VirtualVenue.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        TestVenue venue = test.getStore(NAMESPACE).remove(TestVenue.class, TestVenue.class);
        if (venue != null) {
            venue.close();
        }
    }

    private static VenueConfig config(ExtensionContext test) {
        Optional<Venue> atTest =
                test.getTestMethod()
                        .flatMap(method -> AnnotationSupport.findAnnotation(method, Venue.class));
        Optional<Venue> atClass =
                test.getTestClass()
                        .flatMap(type -> AnnotationSupport.findAnnotation(type, Venue.class));
        return atTest.or(() -> atClass)
                .map(VenueSetup::of)
                .orElseThrow(
                        () ->
                                new ParameterResolutionException(
                                        "a test that takes a venue must say @Venue"));
    }
}
