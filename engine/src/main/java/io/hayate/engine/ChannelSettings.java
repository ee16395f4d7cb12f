package io.hayate.engine;

import io.hayate.model.ChannelSpec;
import io.hayate.model.ChannelTexts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads what is subscribed from the start: section {@code subscriptions}. */
final class ChannelSettings {
    private final ConfigReader reader;

    ChannelSettings(ConfigReader reader) {
        this.reader = reader;
    }

    /** The tickers first, in order of display, then the others, each once. */
    List<ChannelSpec> read() {
        Set<ChannelSpec> channels = new LinkedHashSet<>();
        read(
                "tickers",
                List.of("tBTCUSD"),
                ChannelTexts.SYMBOLS_RULE,
                ChannelTexts::ticker,
                channels);
        read("trades", List.of(), ChannelTexts.SYMBOLS_RULE, ChannelTexts::trades, channels);
        read("books", List.of(), ChannelTexts.BOOKS_RULE, ChannelTexts::book, channels);
        read("candles", List.of(), ChannelTexts.CANDLES_RULE, ChannelTexts::candles, channels);
        read("status", List.of(), ChannelTexts.STATUS_RULE, ChannelTexts::status, channels);
        read("channels", List.of(), ChannelTexts.CHANNEL_RULE, ChannelTexts::parse, channels);
        return List.copyOf(channels);
    }

    private void read(
            String list,
            List<String> otherwise,
            String rule,
            Function<String, ChannelSpec> parse,
            Set<ChannelSpec> channels) {
        String key = "subscriptions." + list;
        for (String typed : reader.texts(key, otherwise)) {
            ChannelSpec channel = parse.apply(typed);
            if (channel == null) {
                throw ConfigReader.complaint(key, rule, typed);
            }
            channels.add(channel);
        }
    }
}
