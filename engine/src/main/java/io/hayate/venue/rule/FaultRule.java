package io.hayate.venue.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One fault: which, how, when and with whom.
 *
 * @param parameters those that are set, by their names
 * @param text as people write it
 */
public record FaultRule(
        FaultKind kind,
        Map<String, String> parameters,
        FaultWhen when,
        FaultScope scope,
        String text) {
    public FaultRule {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A rule that a program has put together. */
    public static FaultRule of(FaultKind kind, FaultWhen when, FaultScope scope) {
        return new FaultRule(kind, new LinkedHashMap<>(), when, scope, kind.word());
    }

    /** The value of a parameter. */
    public String value(String name) {
        String set = parameters.get(name);
        return set == null ? kind.parameter(name).otherwise() : set;
    }

    /** The value of a parameter that counts. */
    public int count(String name) {
        return Integer.parseInt(value(name));
    }

    /** The value of a parameter that is a duration. */
    public long durationMs(String name) {
        return FaultParameter.stepMs(value(name));
    }

    /** The value of a parameter that is true or false. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(value(name));
    }

    @Override
    public String toString() {
        return text;
    }

    /** For people: the kind, and how often when that is all that was set. */
    public String words() {
        boolean often = text.equals(kind.word() + " every=" + when.every());
        return often ? kind.word() + " 1 in " + when.every() : text;
    }
}
