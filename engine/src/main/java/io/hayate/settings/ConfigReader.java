package io.hayate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.hayate.model.ConfigException;
import io.hayate.model.Durations;
import io.hayate.model.Settings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads settings by type, notes where each was written, and knows every key it was asked for. */
final class ConfigReader {
    private static final int DECIMALS = 8;
    private static final String OFF = "off";
    private static final String MICROS = "us";
    private static final String WHOLE_RULE = "must be a whole number";
    private static final Set<ConfigValueType> SCALARS =
            EnumSet.of(ConfigValueType.STRING, ConfigValueType.NUMBER, ConfigValueType.BOOLEAN);

    private final Config config;
    private final Origins origins;
    private final Set<String> known = new LinkedHashSet<>();

    ConfigReader(Config config, Origins origins) {
        this.config = config;
        this.origins = origins;
    }

    /** Every key asked for so far. */
    Set<String> known() {
        return known;
    }

    String text(String key, String otherwise) {
        return read(key, otherwise, "must be a text", text -> text);
    }

    boolean flag(String key, boolean otherwise) {
        return read(key, otherwise, "must be true or false", ConfigReader::parseFlag);
    }

    private static boolean parseFlag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    int count(String key, int otherwise) {
        return read(key, otherwise, WHOLE_RULE, text -> new BigDecimal(text).intValueExact());
    }

    long number(String key, long otherwise) {
        return read(key, otherwise, WHOLE_RULE, text -> new BigDecimal(text).longValueExact());
    }

    /** As {@link #count}, or {@code unlimited} for {@code off}. */
    int countOrOff(String key, int otherwise, int unlimited) {
        return read(
                key,
                otherwise,
                WHOLE_RULE + " or off",
                text -> OFF.equals(text) ? unlimited : parseLimit(text, unlimited));
    }

    private static int parseLimit(String text, int unlimited) {
        int limit = new BigDecimal(text).intValueExact();
        if (limit == unlimited) {
            throw new ArithmeticException(text); // no number switches a limit off
        }
        return limit;
    }

    double decimal(String key, double otherwise) {
        return read(key, otherwise, "must be a number", ConfigReader::parseDecimal);
    }

    private static double parseDecimal(String text) {
        double value = new BigDecimal(text).doubleValue();
        if (Double.isInfinite(value)) {
            throw new ArithmeticException(text);
        }
        return value;
    }

    /** An amount in units of 1e-8. */
    long amountUnits(String key, long otherwise) {
        return read(
                key,
                otherwise,
                "must be a number with at most 8 decimals, such as 0.05",
                text -> new BigDecimal(text).movePointRight(DECIMALS).longValueExact());
    }

    int durationMs(String key, int otherwise) {
        return read(
                key,
                otherwise,
                "must be a duration with its unit, such as 500ms, 30s or 5m",
                ConfigReader::parseDurationMs);
    }

    /** As {@link #durationMs}, or 0 for {@code off}. */
    int durationMsOrOff(String key, int otherwise) {
        return read(
                key,
                otherwise,
                "must be a duration with its unit, such as 5s, or off",
                text -> OFF.equals(text) ? 0 : parseDurationMs(text));
    }

    /** In microseconds, or 0 for {@code off}. */
    int durationUsOrOff(String key, int otherwise) {
        return read(
                key,
                otherwise,
                "must be a duration in us or ms, such as 20us, or off",
                text -> OFF.equals(text) ? 0 : parseDurationUs(text));
    }

    private static int parseDurationUs(String text) {
        String number = text.endsWith(MICROS) ? text.substring(0, text.length() - 2).strip() : "";
        return number.isEmpty()
                ? Math.toIntExact(TimeUnit.MILLISECONDS.toMicros(parseDurationMs(text)))
                : Integer.parseUnsignedInt(number);
    }

    private static int parseDurationMs(String text) {
        long ms = Durations.parseMs(text);
        if (ms == Durations.NONE) {
            throw new IllegalArgumentException(text);
        }
        return Math.toIntExact(ms);
    }

    /** One of an enum's names, written small and with hyphens. */
    <E extends Enum<E>> E choice(String key, E otherwise) {
        List<E> choices = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
        String names = choices.stream().map(Settings::name).collect(Collectors.joining(", "));
        int last = names.lastIndexOf(", ");
        String rule = "must be " + names.substring(0, last) + " or " + names.substring(last + 2);
        return read(key, otherwise, rule, text -> choiceOf(choices, text));
    }

    private static <E extends Enum<E>> E choiceOf(List<E> choices, String text) {
        return choices.stream()
                .filter(choice -> Settings.name(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** A list of plain values and sections; null when the key is absent. */
    ConfigList list(String key) {
        ConfigValue value = find(key);
        if (value == null || value instanceof ConfigList) {
            return (ConfigList) value;
        }
        throw complaint(key, "must be a list, such as [BTCUSD, ETHUSD]", shown(value));
    }

    /** The value as it was written; null when the key is absent. */
    ConfigValue find(String key) {
        known.add(key);
        ConfigValue value = config.root();
        for (String element : key.split("\\.", -1)) {
            value = value instanceof ConfigObject section ? section.get(element) : null;
        }
        if (value != null) {
            origins.add(key, value.origin());
        }
        return value;
    }

    /** A plain value that {@code parse} understands; anything else breaks {@code rule}. */
    <T> T read(String key, T otherwise, String rule, Function<String, T> parse) {
        ConfigValue value = find(key);
        if (value == null) {
            return otherwise;
        }
        if (!isPlain(value)) {
            throw complaint(key, rule, shown(value));
        }
        String text = written(value);
        try {
            return parse.apply(text);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw complaint(key, rule, text);
        }
    }

    /** True for a text, a number, true or false. */
    static boolean isPlain(ConfigValue value) {
        return SCALARS.contains(value.valueType());
    }

    /** A plain value as it was typed: {@code 0.10} stays that. */
    static String written(ConfigValue value) {
        return value.atKey("value").getString("value");
    }

    /** How a complaint shows a value that is not a plain one. */
    static String shown(ConfigValue value) {
        return value.valueType() == ConfigValueType.OBJECT
                ? "a section"
                : value.render(ConfigRenderOptions.concise());
    }

    static ConfigException complaint(String key, String rule, String was) {
        return new ConfigException(key + " " + rule + ": was " + (was.isEmpty() ? "empty" : was));
    }
}
