package io.hayate.testkit;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the market that {@link Market} and {@link Faults} ask for; nothing of it outlives its test. */
public final class MarketExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(MarketExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == VirtualMarket.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        VirtualMarket.class, key -> market(test), VirtualMarket.class);
    }

    private static VirtualMarket market(ExtensionContext test) {
        Market asked =
                find(test, Market.class)
                        .orElseThrow(
                                () ->
                                        new ParameterResolutionException(
                                                "a test that takes a market must say @Market"));
        MarketConfiguration market =
                new MarketConfiguration(asked.symbols())
                        .seed(asked.seed())
                        .channels(asked.channels())
                        .tickersPerSecond(asked.tickersPerSecond())
                        .settings(asked.settings());
        find(test, Faults.class)
                .ifPresent(faults -> market.faultSeed(faults.value()).faults(faults.rules()));
        return VirtualMarket.of(market);
    }

    private static <A extends Annotation> Optional<A> find(ExtensionContext test, Class<A> type) {
        Optional<A> atTest =
                test.getTestMethod()
                        .flatMap(method -> AnnotationSupport.findAnnotation(method, type));
        return atTest.or(
                () ->
                        test.getTestClass()
                                .flatMap(each -> AnnotationSupport.findAnnotation(each, type)));
    }
}
