package io.hayate.venue.rule;

import io.hayate.model.ConfigException;
import io.hayate.model.Durations;
import java.math.BigDecimal;

/**
 * One parameter of a kind of fault, by its name.
 *
 * @param otherwise what it is where a rule does not say
 */
public record FaultParameter(String name, Type type, String otherwise) {
    private static final long COUNT_MAX = 1_000_000_000;
    private static final int TEXT_MAX = 500;

    /** What its value may be. */
    public enum Type {
        COUNT("a whole number from 0 to 1000000000"),
        DURATION("a duration such as 500ms, 3s or 2m"),
        STEP("a duration such as 1h, or -1h"),
        INDEX("all, or a whole number from 0 up"),
        PART("a number above 0 and up to 1"),
        TEXT("a text of at most 500 characters"),
        FLAG("true or false"),
        ANSWER("closed, held, or an HTTP status from 400 to 599"),
        FORM("exponent, noise, string, negative-zero, huge or null");

        private final String rule;

        Type(String rule) {
            this.rule = rule;
        }
    }

    static FaultParameter count(String name, int otherwise) {
        return new FaultParameter(name, Type.COUNT, Integer.toString(otherwise));
    }

    static FaultParameter duration(String name, String otherwise) {
        return new FaultParameter(name, Type.DURATION, otherwise);
    }

    static FaultParameter text(String name, String otherwise) {
        return new FaultParameter(name, Type.TEXT, otherwise);
    }

    static FaultParameter step(String name, String otherwise) {
        return new FaultParameter(name, Type.STEP, otherwise);
    }

    static FaultParameter part(String name, String otherwise) {
        return new FaultParameter(name, Type.PART, otherwise);
    }

    static FaultParameter flag(String name, String otherwise) {
        return new FaultParameter(name, Type.FLAG, otherwise);
    }

    static FaultParameter answer(String name, String otherwise) {
        return new FaultParameter(name, Type.ANSWER, otherwise);
    }

    static FaultParameter index(String name, String otherwise) {
        return new FaultParameter(name, Type.INDEX, otherwise);
    }

    static FaultParameter form(String name, String otherwise) {
        return new FaultParameter(name, Type.FORM, otherwise);
    }

    /**
     * This value, when it may be.
     *
     * @throws ConfigException when it may not
     */
    String checked(String word, String value) {
        boolean valid =
                switch (type) {
                    case COUNT -> isCount(value);
                    case DURATION -> Durations.parseMs(value) != Durations.NONE;
                    case STEP -> Durations.parseMs(unsigned(value)) != Durations.NONE;
                    case INDEX -> value.equals("all") || value.matches("\\d{1,3}");
                    case PART -> isPart(value);
                    case TEXT -> value.length() <= TEXT_MAX;
                    case FLAG -> value.equals("true") || value.equals("false");
                    case ANSWER -> value.matches("closed|held|[45]\\d\\d");
                    case FORM -> OddNumber.ofWord(value) != null;
                };
        if (!valid) {
            throw new ConfigException(
                    "fault " + word + ": " + name + " must be " + type.rule + ": was " + value);
        }
        return value;
    }

    private static boolean isCount(String value) {
        boolean digits = value.matches("\\d{1,10}");
        return digits && Long.parseLong(value) <= COUNT_MAX;
    }

    private static boolean isPart(String value) {
        return value.matches("\\d?\\.?\\d{1,12}")
                && new BigDecimal(value).signum() > 0
                && new BigDecimal(value).compareTo(BigDecimal.ONE) <= 0;
    }

    /** A duration in milliseconds, also a negative one. */
    static long stepMs(String value) {
        long ms = Durations.parseMs(unsigned(value));
        return value.startsWith("-") ? -ms : ms;
    }

    private static String unsigned(String value) {
        return value.startsWith("-") ? value.substring(1) : value;
    }
}
