package io.hayate.strategy;

import io.hayate.model.ConfigException;
import io.hayate.number.Decimals;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of a strategy, from {@code strategy.parameters} and {@code --param}. Each is asked for
 * by name, once, with the value that holds when it is not given; one that nobody asked for is an
 * error. Starting thread.
 */
public final class StrategyParameters {
    private static final int DECIMALS = 8;

    private final String key;
    private final String strategy;
    private final Map<String, String> values;
    private final Set<String> asked = new LinkedHashSet<>();

    public StrategyParameters(String strategy, Map<String, String> values) {
        this("strategy.parameters", strategy, values);
    }

    /** As {@link #StrategyParameters(String, Map)}, of a setting that stands elsewhere. */
    public StrategyParameters(String key, String strategy, Map<String, String> values) {
        this.key = key;
        this.strategy = strategy;
        this.values = values;
    }

    /** A text. */
    public String text(String name, String otherwise) {
        asked.add(name);
        return values.getOrDefault(name, otherwise);
    }

    /** A whole number from {@code min} to {@code max}. */
    public int wholeNumber(String name, int otherwise, int min, int max) {
        String value = text(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value.trim());
            if (min <= number && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw wrong(name, "must be a whole number from " + min + " to " + max, value);
    }

    /** A number over 0. */
    public double positive(String name, double otherwise) {
        return positiveDecimal(name, otherwise).doubleValue();
    }

    private BigDecimal positiveDecimal(String name, double otherwise) {
        String value = text(name, Double.toString(otherwise));
        try {
            BigDecimal number = new BigDecimal(value.trim());
            double nearest = number.doubleValue();
            if (nearest > 0 && nearest < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw wrong(name, "must be a number over 0", value);
    }

    /** An amount of an order: over 0, with at most 8 decimals. */
    public double amount(String name, double otherwise) {
        BigDecimal exact = positiveDecimal(name, otherwise);
        double amount = exact.doubleValue();
        long units = Decimals.toUnits(amount);
        if (BigDecimal.valueOf(units, DECIMALS).compareTo(exact) != 0) {
            throw wrong(name, "must be an amount with at most 8 decimals", exact.toPlainString());
        }
        return amount;
    }

    private ConfigException wrong(String name, String rule, String value) {
        return new ConfigException(
                key + "." + name + " of " + strategy + " " + rule + ": was " + value);
    }

    /** Refuses parameters that the strategy did not ask for. */
    public void checkAllAsked() {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            String known = asked.isEmpty() ? "it has none" : "it has " + String.join(", ", asked);
            throw new ConfigException(
                    key
                            + "."
                            + unknown.iterator().next()
                            + " is no parameter of "
                            + strategy
                            + ": "
                            + known);
        }
    }
}
