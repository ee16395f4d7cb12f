package io.hayate.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ChannelTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what is subscribed from the start: section {@code subscriptions}. A book or candles may be
 * written as a text or as a section of its parts.
 *
 * <pre>
 * "BTCUSD P0 F0 100"    { symbol = BTCUSD, precision = P0, frequency = F0, length = 100 }
 * "1m BTCUSD"           { symbol = BTCUSD, time-frame = 1m }
 * </pre>
 */
final class ChannelSettings {
    private static final List<Part> BOOK_PARTS =
            List.of(
                    new Part("symbol", "(?i)[a-z0-9:]+", "must be a symbol such as BTCUSD", null),
                    new Part("precision", "(?i)P[0-4]|R0", "must be P0 to P4 or R0", "P0"),
                    new Part("frequency", "(?i)F[01]", "must be F0 or F1", "F0"),
                    new Part("length", "1|25|100|250", "must be 1, 25, 100 or 250", "25"));
    private static final List<Part> CANDLE_PARTS =
            List.of(
                    new Part(
                            "time-frame",
                            String.join("|", ChannelSpec.TIME_FRAMES),
                            "must be a time frame: " + String.join(" ", ChannelSpec.TIME_FRAMES),
                            "1m"),
                    new Part(
                            "symbol",
                            "(?i)[a-z0-9:]+",
                            "must be a symbol such as BTCUSD, or fUSD:p30",
                            null));
    private static final List<Part> NO_PARTS = List.of();

    private final ConfigReader reader;

    /**
     * A part of a channel, in the order of the text.
     *
     * @param pattern what it must look like
     * @param otherwise where it is not written; null for what must be
     */
    private record Part(String name, String pattern, String rule, String otherwise) {}

    ChannelSettings(ConfigReader reader) {
        this.reader = reader;
    }

    /** The tickers first, in order of display, then the others, each once. */
    List<ChannelSpec> read() {
        Set<ChannelSpec> channels = new LinkedHashSet<>();
        String symbols = ChannelTexts.SYMBOLS_RULE;
        read("tickers", NO_PARTS, symbols, ChannelTexts::ticker, channels);
        read("trades", NO_PARTS, symbols, ChannelTexts::trades, channels);
        read("books", BOOK_PARTS, ChannelTexts.BOOKS_RULE, ChannelTexts::book, channels);
        read("candles", CANDLE_PARTS, ChannelTexts.CANDLES_RULE, ChannelTexts::candles, channels);
        read("status", NO_PARTS, ChannelTexts.STATUS_RULE, ChannelTexts::status, channels);
        read("channels", NO_PARTS, ChannelTexts.CHANNEL_RULE, ChannelTexts::parse, channels);
        return List.copyOf(channels);
    }

    private void read(
            String list,
            List<Part> parts,
            String rule,
            Function<String, ChannelSpec> parse,
            Set<ChannelSpec> channels) {
        String key = "subscriptions." + list;
        for (String typed : texts(key, parts, rule)) {
            ChannelSpec channel = parse.apply(typed);
            if (channel == null) {
                throw ConfigReader.complaint(key, rule, typed);
            }
            channels.add(channel);
        }
    }

    private List<String> texts(String key, List<Part> parts, String rule) {
        ConfigList list = reader.list(key);
        if (list == null) {
            return key.endsWith("tickers") ? List.of("tBTCUSD") : List.of();
        }
        List<String> texts = new ArrayList<>();
        for (ConfigValue value : list) {
            if (value instanceof ConfigObject section && !parts.isEmpty()) {
                texts.add(text(key, parts, section));
            } else if (ConfigReader.isPlain(value)) {
                texts.add(ConfigReader.written(value));
            } else {
                throw ConfigReader.complaint(key, rule, ConfigReader.shown(value));
            }
        }
        return texts;
    }

    /** The parts as the text that says the same. */
    private static String text(String key, List<Part> parts, ConfigObject section) {
        List<String> names = parts.stream().map(Part::name).toList();
        for (String name : section.keySet()) {
            if (!names.contains(name)) {
                String rule = "takes " + String.join(", ", names);
                throw ConfigReader.complaint(key, rule, name);
            }
        }
        List<String> words = parts.stream().map(part -> word(key, part, section)).toList();
        return String.join(" ", words);
    }

    private static String word(String key, Part part, ConfigObject section) {
        ConfigValue value = section.get(part.name);
        boolean isMissing = value == null;
        if (isMissing && part.otherwise != null) {
            return part.otherwise;
        }
        boolean isPlain = !isMissing && ConfigReader.isPlain(value);
        String text = isPlain ? ConfigReader.written(value) : "";
        if (isMissing || !text.matches(part.pattern)) {
            String was = isMissing || isPlain ? text : ConfigReader.shown(value);
            throw ConfigReader.complaint(key, part.name + " " + part.rule, was);
        }
        return text;
    }
}
