package io.hayate.codec;

import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A channel of every kind, and those that the frames of the sample came on. */
final class TestChannels {
    private static final Instruments INSTRUMENTS = new Instruments();
    private static final MarketChannels REGISTRY = new MarketChannels();

    static final MarketChannel TICKER = channel(ChannelSpec.ticker("tBTCUSD"));
    static final MarketChannel FUNDING_TICKER = channel(ChannelSpec.ticker("fUSD"));
    static final MarketChannel TRADES = channel(ChannelSpec.trades("tBTCUSD"));
    static final MarketChannel FUNDING_TRADES = channel(ChannelSpec.trades("fUSD"));
    static final MarketChannel BOOK = channel(ChannelSpec.book("tBTCUSD"));
    static final MarketChannel FUNDING_BOOK = channel(ChannelSpec.book("fUSD"));
    static final MarketChannel RAW_BOOK = channel(rawBook("tBTCUSD"));
    static final MarketChannel RAW_FUNDING_BOOK = channel(rawBook("fUSD"));
    static final MarketChannel CANDLES = channel(ChannelSpec.candles("1m", "tBTCUSD"));
    static final MarketChannel FUNDING_CANDLES = channel(ChannelSpec.candles("1m", "fUSD:p30"));
    static final MarketChannel DERIVATIVE = channel(ChannelSpec.derivative("tBTCF0:USTF0"));
    static final MarketChannel LIQUIDATIONS = channel(ChannelSpec.LIQUIDATIONS);
    static final MarketChannel OTHER_STATUS =
            channel(ChannelSpec.ofKey(Channel.STATUS, "later:tBTCUSD"));

    static final List<MarketChannel> ALL =
            List.of(
                    TICKER,
                    FUNDING_TICKER,
                    TRADES,
                    FUNDING_TRADES,
                    BOOK,
                    FUNDING_BOOK,
                    RAW_BOOK,
                    RAW_FUNDING_BOOK,
                    CANDLES,
                    FUNDING_CANDLES,
                    DERIVATIVE,
                    LIQUIDATIONS,
                    OTHER_STATUS);

    /** Channel ids from here on are those of {@link #ALL}, one after the other. */
    static final int FIRST_ID = 901;

    private static final Map<String, MarketChannel> BY_START =
            Map.of(
                    "[1,[1596124822000", DERIVATIVE,
                    "[1,[[1574698260000", CANDLES,
                    "[1,[[\"pos\"", LIQUIDATIONS,
                    "[1,[[7254.7", BOOK,
                    "[1,[[0.00023112", FUNDING_BOOK,
                    "[1,[[34753002978", RAW_BOOK,
                    "[1,[[658282397", RAW_FUNDING_BOOK,
                    "[1,[7616.5", TICKER,
                    "[1,[0.0003193369863013699", FUNDING_TICKER,
                    "[1,[[401597393", TRADES);

    private static final Map<Long, MarketChannel> BY_ID = new HashMap<>();

    static {
        for (int i = 0; i < ALL.size(); i++) {
            BY_ID.put((long) FIRST_ID + i, ALL.get(i));
        }
        put(TRADES, 232_959, 232_960, 146_481, 179_584, 6_957, 89);
        put(BOOK, 232_956, 204_928, 225_206, 123, 81_757, 759_362, 288_922, 853_691, 765_277);
        put(DERIVATIVE, 759_363);
        put(LIQUIDATIONS, 386_841);
        Frames.sample().forEach(TestChannels::putSubscribed);
    }

    private TestChannels() {}

    private static ChannelSpec rawBook(String symbol) {
        return ChannelSpec.book(symbol, BookPrecision.R0, "F0", 25);
    }

    private static MarketChannel channel(ChannelSpec spec) {
        return REGISTRY.register(spec, INSTRUMENTS);
    }

    private static void put(MarketChannel channel, long... ids) {
        for (long id : ids) {
            BY_ID.put(id, channel);
        }
    }

    private static void putSubscribed(String frame) {
        if (frame.startsWith("{\"event\":\"subscribed\"")) {
            ControlMessage answer = control(frame);
            for (MarketChannel channel : ALL) {
                ChannelSpec spec = channel.spec();
                boolean sameKey = spec.key().equals(answer.key());
                boolean sameType = answer.symbol().startsWith("f") == channel.isFunding();
                boolean sameBook =
                        spec.precision() == null || spec.isRaw() == "R0".equals(answer.precision());
                if (spec.channel().wireName().equals(answer.channel())
                        && (answer.key().isEmpty() ? sameType : sameKey)
                        && sameBook) {
                    put(channel, answer.channelId());
                }
            }
        }
    }

    static ControlMessage control(String frame) {
        try {
            return new WholeFrameReader().control(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came with this id: a ticker where nothing else is known. */
    static MarketChannel of(long channelId) {
        return BY_ID.getOrDefault(channelId, TICKER);
    }

    /** The channel of a frame of the sample, where samples of the vendor all have the id 1. */
    static MarketChannel ofSample(String frame, long channelId) {
        for (Map.Entry<String, MarketChannel> entry : BY_START.entrySet()) {
            if (frame.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        return of(channelId);
    }

    static long idOf(MarketChannel channel) {
        return (long) FIRST_ID + ALL.indexOf(channel);
    }
}
