package io.hayate.view.web;

import io.hayate.metrics.CounterKind;
import io.hayate.metrics.CounterType;
import java.util.Locale;
import java.util.Map;

/**
 * What a figure is called in Prometheus: {@code hayate_}, the name of its type, the base unit, and, of what
 * only rises, {@code _total}.
 */
final class FigureNames {
    private static final String PREFIX = "hayate_";
    private static final String STRATEGY_PREFIX = "hayate_strategy_";

    /** Of units that are no base unit of Prometheus: what they are there, and how many make one. */
    private record Base(String suffix, double divisor) {}

    private static final Map<String, Base> BASES =
            Map.of(
                    "ns", new Base("_seconds", 1e9),
                    "us", new Base("_seconds", 1e6),
                    "ms", new Base("_seconds", 1e3),
                    "bytes", new Base("_bytes", 1),
                    "1e-8", new Base("", 1e8),
                    "1", new Base("", 1));

    private FigureNames() {}

    /** The name of a type, without {@code _total}, which the text formats add. */
    static String of(CounterType type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String suffix = base(type).suffix();
        String plain =
                lower.endsWith("_us") && suffix.equals("_seconds")
                        ? lower.substring(0, lower.length() - "_us".length())
                        : lower;
        return PREFIX + (plain.endsWith(suffix) ? plain : plain + suffix);
    }

    /** The name for what is a strategy's own, of the name for the account's: a sum counts neither twice. */
    static String ofStrategy(String name) {
        return STRATEGY_PREFIX + name.substring(PREFIX.length());
    }

    private static Base base(CounterType type) {
        return BASES.getOrDefault(type.unit(), new Base("", 1));
    }

    /** A value in the base unit. */
    static double value(CounterType type, long value) {
        return value / base(type).divisor();
    }

    /** True for what only rises. */
    static boolean isCount(CounterType type) {
        return type.kind() == CounterKind.COUNT;
    }
}
