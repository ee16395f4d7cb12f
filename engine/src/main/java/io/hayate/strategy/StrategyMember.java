package io.hayate.strategy;

import io.hayate.model.Settings;
import io.hayate.risk.RiskLimits;
import java.util.Map;

/**
 * One of several strategies that run at once.
 *
 * @param name what it is called by; no other has it
 * @param type short name of a sample, or a class name
 * @param parameters as written; the strategy checks them
 * @param limits what it may do, within what the account may
 * @param number what its orders bear, from 1; 0 before it has one
 */
public record StrategyMember(
        String name, String type, Map<String, String> parameters, RiskLimits limits, int number) {
    /** What a name must be. */
    public static final String NAME_RULE =
            "must be a word of at most 24 letters, digits and hyphens that begins with a letter";

    private static final String NAME = "[A-Za-z][A-Za-z0-9-]{0,23}";

    public StrategyMember {
        Settings.check(name.matches(NAME), "strategies.name", NAME_RULE, name);
        parameters = Map.copyOf(parameters);
    }

    /** One that has no number yet. */
    public StrategyMember(
            String name, String type, Map<String, String> parameters, RiskLimits limits) {
        this(name, type, parameters, limits, 0);
    }

    StrategyMember numbered(int given) {
        return new StrategyMember(name, type, parameters, limits, given);
    }

    /** The same that may do what it likes. */
    public StrategyMember withoutLimits() {
        return new StrategyMember(name, type, parameters, limits.withoutLimits(), number);
    }

    /** True for what can be a name. */
    public static boolean isName(String word) {
        return word.matches(NAME);
    }
}
