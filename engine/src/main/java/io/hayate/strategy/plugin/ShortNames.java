package io.hayate.strategy.plugin;

import io.hayate.model.ConfigException;
import io.hayate.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The strategies that can be called by a short name: the samples, and those that a plug-in jar lists
 * in {@code META-INF/services/io.hayate.strategy.Strategy}. The name is that of the class without
 * the word Strategy: {@code sma-cross} for {@code SmaCrossStrategy}.
 */
final class ShortNames {
    private final Map<String, List<Class<? extends Strategy>>> found = new TreeMap<>();

    private ShortNames() {}

    /**
     * The names of our samples and of what the plug-ins list.
     *
     * @throws ConfigException when a plug-in lists a strategy that it does not hold
     */
    static ShortNames of(List<Class<? extends Strategy>> samples, ClassLoader plugins) {
        ShortNames names = new ShortNames();
        samples.forEach(names::add);
        try {
            ServiceLoader.load(Strategy.class, plugins).stream()
                    .forEach(listed -> names.add(listed.type()));
        } catch (ServiceConfigurationError e) {
            throw new ConfigException(
                    "a plug-in jar lists what it does not hold: " + e.getMessage(), e);
        }
        return names;
    }

    private void add(Class<? extends Strategy> type) {
        found.computeIfAbsent(of(type), name -> new ArrayList<>()).add(type);
    }

    /** The short name of a strategy: {@code rsi} for {@code RSIStrategy}. */
    static String of(Class<? extends Strategy> type) {
        String words = type.getSimpleName().replaceFirst("(?<=.)Strategy$", "");
        return words.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The strategy of this name, or null.
     *
     * @throws ConfigException when there are several
     */
    Class<? extends Strategy> find(String name) {
        List<Class<? extends Strategy>> named = found.getOrDefault(name, List.of());
        if (named.size() > 1) {
            String classes = named.stream().map(Class::getName).collect(Collectors.joining(", "));
            throw new ConfigException(
                    "strategy " + name + " may be any of these: " + classes + "; name the class");
        }
        return named.isEmpty() ? null : named.get(0);
    }

    /** The names, sorted. */
    Set<String> names() {
        return found.keySet();
    }

    /** The names for a person, sorted: {@code noop, print and sma-cross}. */
    @Override
    public String toString() {
        List<String> names = List.copyOf(found.keySet());
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
