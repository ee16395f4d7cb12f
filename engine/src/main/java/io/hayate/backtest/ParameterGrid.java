package io.hayate.backtest;

import io.hayate.model.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All combinations of the values that parameters are to have: {@code fast=5,10,20 slow=50,100}. */
public final class ParameterGrid {
    private static final int SETS_MAX = 10_000;

    private ParameterGrid() {}

    /**
     * One map a combination; the last parameter changes first.
     *
     * @param values by the parameter's name, parted by commas
     * @throws ConfigException when there are too many, or a value is empty
     */
    public static List<Map<String, String>> of(Map<String, String> values) {
        List<Map<String, String>> sets = new ArrayList<>();
        sets.add(Map.of());
        for (Map.Entry<String, String> each : values.entrySet()) {
            String[] wanted = each.getValue().split(",", -1);
            List<Map<String, String>> longer = new ArrayList<>();
            if ((long) sets.size() * wanted.length > SETS_MAX) {
                throw new ConfigException(
                        "--param must make at most " + SETS_MAX + " combinations: was more");
            }
            for (Map<String, String> set : sets) {
                for (String value : wanted) {
                    longer.add(with(set, each.getKey(), value.strip()));
                }
            }
            sets = longer;
        }
        return sets;
    }

    private static Map<String, String> with(Map<String, String> set, String name, String value) {
        if (value.isEmpty()) {
            throw new ConfigException(
                    "--param "
                            + name
                            + " must have a value, or several parted by commas: was empty");
        }
        Map<String, String> longer = new LinkedHashMap<>(set);
        longer.put(name, value);
        return longer;
    }
}
