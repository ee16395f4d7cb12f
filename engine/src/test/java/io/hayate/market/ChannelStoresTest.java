package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.hayate.codec.Allocations;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import org.junit.jupiter.api.Test;

class ChannelStoresTest {
    private final Instruments instruments = new Instruments();
    private final ChannelStores stores = new ChannelStores(new HistoryConfig(16, 8));
    private final MarketChannels channels = new MarketChannels(stores::prepare);
    private final OrderBooks books =
            new OrderBooks(
                    channels,
                    new ChannelStatistics(8),
                    stores,
                    new BookRig(ChannelSpec.book("tBTCUSD")));

    private MarketChannel register(ChannelSpec spec) {
        return channels.register(spec, instruments);
    }

    @Test
    void shouldRefuseAChannelThatNoMemoryIsLeftFor() {
        HistoryConfig history = new HistoryConfig(100, 10);
        ChannelStores small = new ChannelStores(history, 100 * 48 + 10 * 48);
        MarketChannels registry = new MarketChannels(small::prepare);
        Instruments instruments = new Instruments();

        assertNotNull(registry.register(ChannelSpec.candles("1m", "tBTCUSD"), instruments));
        assertNull(registry.register(ChannelSpec.candles("5m", "tBTCUSD"), instruments));
        assertNotNull(registry.register(ChannelSpec.trades("tBTCUSD"), instruments));
        assertNull(registry.register(ChannelSpec.trades("tETHUSD"), instruments));
        assertNotNull(registry.register(ChannelSpec.ticker("tETHUSD"), instruments));
        assertEquals(3, registry.count());
    }

    @Test
    void shouldHoldWhatAChannelNeedsOnceItIsRegistered() {
        int trades = register(ChannelSpec.trades("tBTCUSD")).id();
        int candles = register(ChannelSpec.candles("1m", "tBTCUSD")).id();
        Histories histories = new Histories(stores);

        assertNotNull(histories.trades(trades));
        assertNotNull(histories.candles(candles));
        assertSame(histories.trades(trades), histories.trades(trades));
    }

    @Test
    void shouldLeaveNothingToAllocateToTheThreadThatTakesABookUp() {
        books.register(register(ChannelSpec.book("tBTCUSD"))); // loads the code
        MarketChannel channel = register(ChannelSpec.book("tETHUSD"));

        long before = Allocations.onThisThread();
        OrderBook book = books.register(channel);
        long bytes = Allocations.onThisThread() - before;

        assertEquals(0, bytes);
        assertSame(book, books.ofChannel(channel.id()));
    }

    @Test
    void shouldMakeABookThatNobodyMadeBefore() {
        MarketChannels others = new MarketChannels();
        MarketChannel channel = others.register(ChannelSpec.book("tBTCUSD"), instruments);

        assertSame(channel, books.register(channel).channel());
    }
}
