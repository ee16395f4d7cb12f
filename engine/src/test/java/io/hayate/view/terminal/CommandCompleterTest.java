package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.Instruments;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.impl.DefaultParser;
import org.junit.jupiter.api.Test;

class CommandCompleterTest {
    private final CommandCompleter completer =
            new CommandCompleter(new Symbols(Instruments.of(List.of("tBTCUSD", "fUSD"))));

    @Test
    void shouldOfferCommandsAndSymbolsWhenLineBegins() {
        assertEquals(
                List.of(
                        "buy",
                        "sell",
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
                        "status",
                        "trace",
                        "help",
                        "quit",
                        "exit",
                        "BTCUSD",
                        "fUSD"),
                offered("b"));
    }

    @Test
    void shouldOfferSymbolsWhenCommandTakesOne() {
        assertEquals(List.of("BTCUSD", "fUSD"), offered("Buy 0.01 b"));
        assertEquals(List.of("BTCUSD", "fUSD"), offered("show "));
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

    private List<String> offered(String line) {
        List<Candidate> candidates = new ArrayList<>();
        completer.complete(null, new DefaultParser().parse(line, line.length()), candidates);
        return candidates.stream().map(Candidate::value).toList();
    }
}
