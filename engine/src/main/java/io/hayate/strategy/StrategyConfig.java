package io.hayate.strategy;

import io.hayate.model.Settings;
import io.hayate.risk.RiskLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which strategy runs, with what, and where it is looked for.
 *
 * @param name short name of a sample, or a class name
 * @param parameters as written; the strategy checks them
 * @param stopOnException true when an exception in a callback stops the strategy, false when it is
 *     counted and the strategy goes on
 * @param pluginJars jars given by name
 * @param pluginsDir folder whose jars are looked through, too; need not exist
 * @param callbackMaxMs a callback that lasts longer is interrupted; 0 for never
 * @param members those that run at once, in place of the one; empty where there is one
 */
public record StrategyConfig(
        String name,
        Map<String, String> parameters,
        boolean stopOnException,
        List<Path> pluginJars,
        Path pluginsDir,
        int callbackMaxMs,
        List<StrategyMember> members) {
    /** How long a callback may take unless a setting says otherwise. */
    public static final int CALLBACK_MAX_MS = 5_000;

    public static final StrategyConfig DEFAULTS =
            new StrategyConfig("printer", Map.of(), true, List.of(), Path.of("plugins"));

    private static final int TITLE_MAX = 60;
    private static final int CALLBACK_LEAST_MS = 100;

    public StrategyConfig {
        Settings.check(!name.isBlank(), "strategy.name", "must name a strategy", "empty");
        parameters = Map.copyOf(parameters);
        pluginJars = List.copyOf(pluginJars);
        Settings.check(
                callbackMaxMs == 0 || callbackMaxMs >= CALLBACK_LEAST_MS,
                "strategy.callback-max",
                "must be off, or at least " + CALLBACK_LEAST_MS + "ms",
                callbackMaxMs + "ms");
        members = List.copyOf(members);
    }

    /** One strategy, whose callbacks may take as long as usual. */
    public StrategyConfig(
            String name,
            Map<String, String> parameters,
            boolean stopOnException,
            List<Path> pluginJars,
            Path pluginsDir) {
        this(name, parameters, stopOnException, pluginJars, pluginsDir, CALLBACK_MAX_MS, List.of());
    }

    /** The same for one strategy of several, or for the only one with other parameters. */
    public StrategyConfig of(String type, Map<String, String> given) {
        return new StrategyConfig(type, given, stopOnException, pluginJars, pluginsDir);
    }

    /** The same for some of several, and with another bound of a callback. */
    public StrategyConfig of(List<StrategyMember> some, int mostMs) {
        return new StrategyConfig(
                name, parameters, stopOnException, pluginJars, pluginsDir, mostMs, some);
    }

    /** What the strategies are called by: of several their names, else the name of the only one. */
    public List<String> names() {
        return members.isEmpty()
                ? List.of(name)
                : members.stream().map(StrategyMember::name).toList();
    }

    /** These names in a line for a person; their number where they are many. */
    public String title() {
        String all = String.join(", ", names());
        return isList() && all.length() > TITLE_MAX ? members.size() + " strategies" : all;
    }

    /** The same with the number that each of several is given by its name. */
    public StrategyConfig numbered(Map<String, Integer> numbers) {
        List<StrategyMember> all =
                members.stream().map(each -> each.numbered(numbers.get(each.name()))).toList();
        return new StrategyConfig(
                name, parameters, stopOnException, pluginJars, pluginsDir, callbackMaxMs, all);
    }

    /** The numbers of several, by name. */
    public Map<String, Integer> numbersByName() {
        return members.stream()
                .collect(Collectors.toMap(StrategyMember::name, StrategyMember::number));
    }

    /** What each of several may do, in the order of the numbers; nothing for a number that none has. */
    public List<RiskLimits> limits() {
        List<RiskLimits> limits =
                new ArrayList<>(
                        Collections.nCopies(largestNumber(), RiskLimits.DEFAULTS.withoutLimits()));
        members.forEach(each -> limits.set(each.number() - 1, each.limits()));
        return limits;
    }

    private int largestNumber() {
        return members.stream().mapToInt(StrategyMember::number).max().orElse(0);
    }

    /** True where several may run at once: each has a number, orders and sums of its own. */
    public boolean isList() {
        return !members.isEmpty();
    }
}
