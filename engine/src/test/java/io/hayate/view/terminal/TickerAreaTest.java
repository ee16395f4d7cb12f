package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Instruments;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickerAreaTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final Size WIDE = new Size(80, 24);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | BTCUSD:  Bid: 97000.5, Ask: 97001, Last Price: 97000.5, Volume: 372.10417038",
                "60 | BTCUSD:  Bid: 97000.5, Ask: 97001, Last Price: 97000.5",
                "40 | BTCUSD:  Bid: 97000.5, Ask: 97001",
                "20 | BTCUSD Bid: 97000.5",
                "15 | BTCUSD Bid: ..",
                "3 | BT",
                "1 | ''",
                "0 | BTCUSD:  Bid: 97000.5, Ask: 97001, Last Price: 97000.5, Volume: 372.10417038"
            })
    void shouldLeaveFieldsOutWhenLineDoesNotFit(int columns, String line) {
        TickerBoard board = board("tBTCUSD");

        assertEquals(List.of(line), new TickerArea(board).next(new Size(columns, 24), 0));
    }

    @Test
    void shouldShowTableWhenThereAreSeveralInstruments() {
        TickerBoard board = board("tBTCUSD", "tDOGE:USD", "fUSD");
        board.put(Samples.ticker(1, 0.31234, 0.3124, Double.NaN, 12_345_678.5));
        board.put(Samples.funding(2));

        assertEquals(
                List.of(
                        "Symbol              Bid        Ask  Last Price        Volume",
                        "BTCUSD          97000.5      97001     97000.5  372.10417038",
                        "DOGE:USD        0.31234     0.3124           -    12345678.5",
                        "fUSD      0.00010013699  0.0000987   0.0000987     135000000"),
                new TickerArea(board).next(WIDE, 0));
    }

    @Test
    void shouldLeaveColumnsOutWhenTableDoesNotFit() {
        TickerBoard board = board("tBTCUSD", "tETHUSD");

        assertEquals(
                List.of(
                        "Symbol      Bid    Ask  Last Price",
                        "BTCUSD  97000.5  97001     97000.5",
                        "ETHUSD  97000.5  97001     97000.5"),
                new TickerArea(board).next(new Size(40, 24), 0));
        board.put(Samples.ticker(0, 97_000.5, 97_001, 97_000.5, 372.10417038));
        assertEquals(
                List.of("Symbol      Bid", "BTCUSD  97000.5", "ETHUSD  97000.5"),
                new TickerArea(board).next(new Size(20, 24), 0));
        assertEquals(
                List.of("Symbol  ..", "BTCUSD  ..", "ETHUSD  .."),
                new TickerArea(board).next(new Size(11, 24), 0));
    }

    @Test
    void shouldCountRestWhenRowsDoNotFit() {
        TickerBoard board =
                board(
                        IntStream.range(0, 25)
                                .mapToObj(i -> "tAA" + (char) ('A' + i) + "USD")
                                .toArray(String[]::new));

        List<String> lines = new TickerArea(board).next(WIDE, 0);

        assertEquals(20, lines.size());
        assertTrue(lines.get(18).startsWith("AARUSD "), lines.get(18));
        assertEquals("... and 7 more", lines.get(19));
    }

    @ParameterizedTest
    @CsvSource({"7, '... and 2 more'", "6, '3 tickers: the screen is too low'"})
    void shouldSayHowManyWhenScreenIsLow(int rows, String last) {
        TickerBoard board = board("tBTCUSD", "tETHUSD", "tLTCUSD");

        List<String> lines = new TickerArea(board).next(new Size(80, rows), 0);

        assertTrue(lines.size() <= rows - 4, lines::toString);
        assertEquals(last, lines.get(lines.size() - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void shouldShowNothingWhenScreenHasRoomForThePromptAlone(int rows) {
        assertEquals(List.of(), new TickerArea(board("tBTCUSD")).next(new Size(80, rows), 0));
    }

    @Test
    void shouldKeepColumnsWhereTheyAreWhenNumbersGetShorter() {
        TickerBoard board = board("tBTCUSD", "tETHUSD");
        TickerArea area = new TickerArea(board);
        area.next(WIDE, 0);
        board.put(Samples.ticker(0, 9, 10, 9, 3));
        board.put(Samples.ticker(1, 9, 10, 9, 3));

        assertEquals(
                "BTCUSD        9     10           9             3",
                area.next(WIDE, SECOND_NS).get(1));
    }

    @Test
    void shouldShowNewsOnceASecondWhenTickersComeFaster() {
        TickerBoard board = board("tBTCUSD");
        TickerArea area = new TickerArea(board);
        area.next(WIDE, 0);
        board.put(Samples.ticker(0, 1, 2, 3, 4));

        assertNull(area.next(WIDE, SECOND_NS - 1));
        assertEquals(
                List.of("BTCUSD:  Bid: 1, Ask: 2, Last Price: 3, Volume: 4"),
                area.next(WIDE, SECOND_NS));
        assertNull(area.next(WIDE, 2 * SECOND_NS));
    }

    @Test
    void shouldShowAtOnceWhenTerminalChangesItsSize() {
        TickerArea area = new TickerArea(board("tBTCUSD"));
        area.next(WIDE, 0);

        assertEquals(List.of("BTCUSD Bid: 97000.5"), area.next(new Size(20, 24), 1));
    }

    private static TickerBoard board(String... symbols) {
        TickerBoard board = new TickerBoard(Instruments.of(List.of(symbols)));
        for (int id = 0; id < symbols.length; id++) {
            board.put(Samples.ticker(id, 97_000.5, 97_001, 97_000.5, 372.10417038));
        }
        return board;
    }
}
