package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.Instruments;
import io.hayate.view.text.StyledLine;
import io.hayate.view.text.TickerBoard;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainScreenTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TickerBoard board = Samples.board(Instruments.of(List.of("tBTCUSD", "tETHUSD")));
    private final PlainScreen screen =
            new PlainScreen(board, Samples.plainPage(), new Output(out, StandardCharsets.UTF_8));

    @Test
    void shouldPrintOneLineASecondForEachInstrumentWhenTickersComeFaster() {
        for (int turn = 0; turn < 300; turn++) {
            board.put(Samples.tickerAt(turn * 10_000_000L, 0, turn));
            board.put(Samples.tickerAt(turn * 10_000_000L, 1, turn));
            screen.showTickers(turn * 10_000_000L);
        }

        assertPrinted(
                "BTCUSD:  Bid: 0, Ask: 1, Last Price: 0, Volume: 4",
                "ETHUSD:  Bid: 0, Ask: 1, Last Price: 0, Volume: 4",
                "BTCUSD:  Bid: 100, Ask: 101, Last Price: 100, Volume: 4",
                "ETHUSD:  Bid: 100, Ask: 101, Last Price: 100, Volume: 4",
                "BTCUSD:  Bid: 200, Ask: 201, Last Price: 200, Volume: 4",
                "ETHUSD:  Bid: 200, Ask: 201, Last Price: 200, Volume: 4");
    }

    @Test
    void shouldPrintEveryLineWhenTickersComeOnceASecondALittleEarlyOrLate() {
        long[] times = {0, SECOND_NS - 3_000_000, 2 * SECOND_NS + 2_000_000, 3 * SECOND_NS};
        for (int i = 0; i < times.length; i++) {
            board.put(Samples.ticker(0, i, i, i, i));
            screen.showTickers(times[i]);
            screen.showTickers(times[i] + 20_000_000);
        }

        assertEquals(4, printed().lines().count());
    }

    @Test
    void shouldPrintNothingWhenNothingIsNew() {
        board.put(Samples.ticker(0, 1, 2, 3, 4));
        screen.showTickers(0);
        screen.showTickers(5 * SECOND_NS);
        screen.print(StyledLine.ofText("a message"));
        screen.close();

        assertPrinted("BTCUSD:  Bid: 1, Ask: 2, Last Price: 3, Volume: 4", "a message");
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertPrinted(String... lines) {
        assertEquals(String.join("\n", lines) + "\n", printed());
    }
}
