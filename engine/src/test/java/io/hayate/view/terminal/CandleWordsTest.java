package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Commands;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.view.command.KnownChannels;
import io.hayate.view.command.Symbols;
import io.hayate.view.text.Panel;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which candles, book or prints are shown when a part of their name is left out. */
class CandleWordsTest {
    private final Instruments instruments = Instruments.of(List.of("tBTCUSD"));
    private final MarketChannels channels = new MarketChannels();
    private final ChannelStatistics statistics = new ChannelStatistics(16);
    private final Commands commands = new Commands(SystemNanoClock.INSTANCE);
    private final List<String> printed = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "candles, 0",
        "candles 5m, 1",
        "candles 5M, 1",
        "candles BTCUSD 5M, 1",
        "candles 1h, 2",
        "candles fUSD:p30, 2",
        "candles 1H fUSD:p30, 2",
        "candles fUSD:p30 1h, 2",
        "candles fUSD, 2",
        "candles fUSD:a30:p2:p30, 3",
        "candles 1M, 4",
        "candles 1d, 3",
        "book, 5",
        "book r0, 5",
        "book R0 btcusd, 5",
        "trades, 6"
    })
    void shouldShowWhatIsSubscribedWhateverIsLeftOut(String line, int channel) {
        subscribed(ChannelSpec.candles("1D", "tETHUSD"));
        unsubscribed(0);
        subscribed(ChannelSpec.candles("15m", "tETHUSD"));
        unsubscribed(1);
        subscribeCandles();

        type(line);

        assertOffered(channel + 2);
    }

    private void assertOffered(int channel) {
        List<String> taken = offered();
        assertEquals(1, taken.size(), taken + ", " + printed);
        assertTrue(taken.get(0).endsWith(" " + channel), taken + " in place of " + channel);
    }

    private void subscribeCandles() {
        subscribed(ChannelSpec.candles("3h", "tBTCUSD"));
        subscribed(ChannelSpec.candles("5m", "tBTCUSD"));
        subscribed(ChannelSpec.candles("1h", "fUSD:p30"));
        subscribed(ChannelSpec.candles("1D", "fUSD:a30:p2:p30"));
        subscribed(ChannelSpec.candles("1M", "tBTCUSD"));
        subscribed(ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 100));
        subscribed(ChannelSpec.trades("tBTCUSD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "candles 1m | no candles of 1m are subscribed (1m is a minute, 1M a month);"
                        + " try: subscribe candles 1m BTCUSD;"
                        + " to see what is: candles 3h BTCUSD, or candles 5m BTCUSD",
                "candles ETHUSD | no candles of ETHUSD are subscribed;"
                        + " try: subscribe candles 1m ETHUSD;"
                        + " to see what is: candles 3h BTCUSD, or candles 5m BTCUSD",
                "candles fUSD:p2 1h | no candles of 1h fUSD:p2 are subscribed;"
                        + " try: subscribe candles 1h fUSD:p2;"
                        + " to see what is: candles 3h BTCUSD, or candles 5m BTCUSD"
            })
    void shouldNameLinesToTypeWhenOtherCandlesAreSubscribed(String line, String answer) {
        subscribeCandles();

        type(line);

        assertEquals(List.of(answer), printed);
        assertEquals(List.of(), offered());
    }

    @Test
    void shouldSubscribeCandlesInAnyOrderOfWords() {
        type("subscribe candles BTCUSD 5M\nunsubscribe candles 5m btcusd");

        assertEquals("candles 5m BTCUSD", channels.get(0).displayName());
        assertEquals(List.of("SUBSCRIBE 0", "UNSUBSCRIBE 0"), offered());
    }

    private int subscribed(ChannelSpec spec) {
        int id = channels.register(spec, instruments).id();
        statistics.set(id, ChannelStatistics.Figure.WANTED, 1);
        return id;
    }

    private void unsubscribed(int id) {
        statistics.set(id, ChannelStatistics.Figure.WANTED, 0);
        statistics.set(id, ChannelStatistics.Figure.HEALTH, Health.OFF);
    }

    private List<String> offered() {
        List<String> taken = new ArrayList<>();
        commands.poll((type, id, amount, timeNs) -> taken.add(type + " " + id));
        return taken;
    }

    private void type(String lines) {
        KnownChannels known = new KnownChannels(channels, statistics);
        ChannelTable table = new ChannelTable(channels, statistics, id -> "", null, () -> 0);
        ConsoleMarket market = ConsoleMarket.of(instruments, known, table, Panel.none());
        Symbols symbols = new Symbols(instruments, channels);
        new Console(
                        symbols,
                        ConsoleConfig.DEFAULTS,
                        market,
                        Samples.engine(commands),
                        () -> "",
                        Samples.to(printed))
                .accept(lines);
    }
}
