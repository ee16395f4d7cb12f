package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.view.command.KnownChannels;
import io.hayate.view.command.Symbols;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandCompleterTest {
    private final Instruments instruments = Instruments.of(List.of("tBTCUSD", "fUSD"));
    private final MarketChannels channels = new MarketChannels();
    private final ChannelStatistics statistics = new ChannelStatistics(16);
    private final CommandCompleter completer =
            new CommandCompleter(
                    new Symbols(instruments, channels), new KnownChannels(channels, statistics));

    @Test
    void shouldOfferNothingAndLiveWhenMemoryRunsOut() {
        List<Candidate> candidates = new ArrayList<>();
        AbstractList<String> words =
                new AbstractList<>() {
                    @Override
                    public String get(int index) {
                        throw new OutOfMemoryError("Java heap space");
                    }

                    @Override
                    public int size() {
                        return 2;
                    }
                };

        completer.complete(null, lineOf(words), candidates);

        assertEquals(List.of(), candidates);
        assertEquals(List.of("BTCUSD"), offered("Buy 0.01 b"));
    }

    private static ParsedLine lineOf(List<String> words) {
        return new ParsedLine() {
            @Override
            public String word() {
                return "b";
            }

            @Override
            public int wordCursor() {
                return 1;
            }

            @Override
            public int wordIndex() {
                return 1;
            }

            @Override
            public List<String> words() {
                return words;
            }

            @Override
            public String line() {
                return "show b";
            }

            @Override
            public int cursor() {
                return 6;
            }
        };
    }

    @Test
    void shouldOfferCommandsAndSymbolsWhenLineBegins() {
        assertEquals(
                List.of(
                        "buy",
                        "sell",
                        "update",
                        "cancel",
                        "show",
                        "book",
                        "trades",
                        "candles",
                        "tickers",
                        "channels",
                        "subscribe",
                        "unsubscribe",
                        "orders",
                        "wallets",
                        "positions",
                        "pnl",
                        "history",
                        "offers",
                        "explain",
                        "strategies",
                        "web",
                        "strategy",
                        "status",
                        "trace",
                        "reconnect",
                        "kill",
                        "resume",
                        "forget",
                        "adopt",
                        "help",
                        "quit",
                        "exit",
                        "BTCUSD",
                        "fUSD"),
                offered("b"));
    }

    @Test
    void shouldOfferSymbolsWhenCommandTakesOne() {
        assertEquals(List.of("BTCUSD"), offered("Buy 0.01 b"));
        assertEquals(List.of("BTCUSD", "fUSD"), offered("show "));
    }

    @Test
    void shouldOfferNoOtherSymbolWhenOrderNamesOne() {
        for (String word : List.of("ETHUSD", "USD", "TCUSD", "BTCUST")) {
            assertEquals(List.of(), offered("buy 0.01 " + word), word);
            assertEquals(List.of(), offered("sell " + word), word);
        }
    }

    @Test
    void shouldOfferOnAndOffWhenCommandIsTrace() {
        assertEquals(List.of("on", "off"), offered("trace o"));
    }

    @Test
    void shouldOfferNothingWhenNothingFollows() {
        assertEquals(List.of(), offered("orders "));
        assertEquals(List.of(), offered("frobnicate "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subscribe               | ticker trades book candles status",
                "subscribe book          | BTCUSD fUSD",
                "subscribe trades        | BTCUSD fUSD",
                "subscribe trades BTCUSD | ''",
                "subscribe book BTCUSD   | P0 P1 P2 P3 P4 R0 F0 F1 1 25 100 250",
                "subscribe book x r0     | F0 F1 1 25 100 250",
                "subscribe book x 25 F1  | P0 P1 P2 P3 P4 R0",
                "subscribe book x 1 F0 P0| ''",
                "subscribe candles       | 1m 5m 15m 30m 1h 3h 4h 6h 12h 1D 7D 1W 14D 1M",
                "subscribe candles 1h    | BTCUSD fUSD",
                "subscribe candles 1h x  | ''",
                "subscribe status        | liquidations",
                "subscribe nothing       | ''",
                "channels                | ticker trades book candles status BTCUSD fUSD",
                "book                    | BTCUSD fUSD off",
                "candles BTCUSD          | 1m 5m 15m 30m 1h 3h 4h 6h 12h 1D 7D 1W 14D 1M",
                "buy 0.01 BTCUSD         | market limit stop trailing ioc fok postonly hidden oco"
                        + " group expires round",
                "buy 0.01 BTCUSD limit   | ''"
            })
    void shouldOfferWhatAChannelIsMadeOfWhenItIsNamed(String line, String words) {
        assertEquals(words, String.join(" ", offered(line + " ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unsubscribe                    | book candles status",
                "unsubscribe book               | BTCUSD XRPUSD",
                "unsubscribe book BTCUSD        | P0 R0",
                "unsubscribe book btcusd R0 F0  | 250",
                "unsubscribe candles            | 5m 1D",
                "unsubscribe candles 1D         | BTCUSD fUSD:p30",
                "unsubscribe status             | liquidations BTCF0:USTF0",
                "book                           | BTCUSD XRPUSD off",
                "book btcusd                    | P0 R0 F0 25 250",
                "book BTCUSD r0                 | F0 250",
                "candles                        | BTCUSD fUSD:p30 off",
                "candles BTCUSD                 | 5m 1D",
                "candles 1D                     | BTCUSD fUSD:p30",
                "subscribe candles 3h           | BTCUSD fUSD XRPUSD BTCF0:USTF0 ETHUSD fUSD:p2",
                "subscribe status               | BTCF0:USTF0 liquidations",
                "subscribe trades               | BTCUSD fUSD XRPUSD BTCF0:USTF0 ETHUSD",
                "show                           | BTCUSD fUSD XRPUSD BTCF0:USTF0 ETHUSD"
            })
    void shouldOfferWhatIsSubscribedByNow(String line, String words) {
        subscribe(ChannelSpec.book("tBTCUSD"));
        subscribe(ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 250));
        subscribe(ChannelSpec.book("tXRPUSD"));
        subscribe(ChannelSpec.candles("5m", "tBTCUSD"));
        subscribe(ChannelSpec.candles("1D", "tBTCUSD"));
        subscribe(ChannelSpec.candles("1D", "fUSD:p30"));
        subscribe(ChannelSpec.LIQUIDATIONS);
        subscribe(ChannelSpec.derivative("tBTCF0:USTF0"));
        end(subscribe(ChannelSpec.book("tETHUSD")));
        end(subscribe(ChannelSpec.candles("3h", "fUSD:p2")));

        assertEquals(words, String.join(" ", offered(line + " ")));
    }

    private void end(int channel) {
        statistics.set(channel, Figure.WANTED, 0);
        statistics.set(channel, Figure.HEALTH, Health.OFF);
    }

    private int subscribe(ChannelSpec spec) {
        int id = channels.register(spec, instruments).id();
        statistics.set(id, Figure.WANTED, 1);
        return id;
    }

    private List<String> offered(String line) {
        List<Candidate> candidates = new ArrayList<>();
        completer.complete(null, new DefaultParser().parse(line, line.length()), candidates);
        return candidates.stream().map(Candidate::value).toList();
    }
}
