package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;
import io.hayate.model.Instruments;
import io.hayate.view.text.FeedMarks;
import io.hayate.view.text.Panel;
import io.hayate.view.text.TickerBoard;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickerAreaTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final Size WIDE = new Size(80, 24);

    private final ChannelStatistics statistics = new ChannelStatistics(4);
    private final TickerBoard board =
            new TickerBoard(
                    Instruments.of(List.of("tBTCUSD", "tETHUSD")),
                    Panel.none(),
                    new FeedMarks(statistics));

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

        assertEquals(List.of(line), next(new TickerArea(board), new Size(columns, 24), 0));
    }

    @Test
    void shouldShowTableWhenThereAreSeveralInstruments() {
        TickerBoard board = board("tBTCUSD", "tDOGE:USD", "fUSD");
        board.put(Samples.ticker(1, 0.31234, 0.3124, Double.NaN, 12_345_678.5));
        board.put(Samples.funding(2));

        assertEquals(
                List.of(
                        "Symbol              Bid        Ask  Last Price        Volume  State",
                        "BTCUSD          97000.5      97001     97000.5  372.10417038  live",
                        "DOGE:USD        0.31234     0.3124           -    12345678.5  live",
                        "fUSD      0.00010013699  0.0000987   0.0000987     135000000  live"),
                next(new TickerArea(board), WIDE, 0));
    }

    @Test
    void shouldLeaveColumnsOutWhenTableDoesNotFit() {
        TickerBoard board = board("tBTCUSD", "tETHUSD");

        assertEquals(
                List.of(
                        "Symbol      Bid    Ask  State",
                        "BTCUSD  97000.5  97001  live",
                        "ETHUSD  97000.5  97001  live"),
                next(new TickerArea(board), new Size(40, 24), 0));
        board.put(Samples.ticker(0, 97_000.5, 97_001, 97_000.5, 372.10417038));
        assertEquals(
                List.of("Symbol      Bid", "BTCUSD  97000.5", "ETHUSD  97000.5"),
                next(new TickerArea(board), new Size(20, 24), 0));
        assertEquals(
                List.of("Symbol  ..", "BTCUSD  ..", "ETHUSD  .."),
                next(new TickerArea(board), new Size(11, 24), 0));
    }

    @Test
    void shouldCountRestWhenRowsDoNotFit() {
        TickerBoard board =
                board(
                        IntStream.range(0, 25)
                                .mapToObj(i -> "tAA" + (char) ('A' + i) + "USD")
                                .toArray(String[]::new));

        List<String> lines = next(new TickerArea(board), WIDE, 0);

        assertEquals(20, lines.size());
        assertTrue(lines.get(18).startsWith("AARUSD "), lines.get(18));
        assertEquals("... and 7 more", lines.get(19));
    }

    @ParameterizedTest
    @CsvSource({"7, '... and 2 more'", "6, '3 tickers: the screen is too low'"})
    void shouldSayHowManyWhenScreenIsLow(int rows, String last) {
        TickerBoard board = board("tBTCUSD", "tETHUSD", "tLTCUSD");

        List<String> lines = next(new TickerArea(board), new Size(80, rows), 0);

        assertTrue(lines.size() <= rows - 4, lines::toString);
        assertEquals(last, lines.get(lines.size() - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void shouldShowNothingWhenScreenHasRoomForThePromptAlone(int rows) {
        assertEquals(List.of(), next(new TickerArea(board("tBTCUSD")), new Size(80, rows), 0));
    }

    @Test
    void shouldKeepColumnsWhereTheyAreWhenNumbersGetShorter() {
        TickerBoard board = board("tBTCUSD", "tETHUSD");
        TickerArea area = new TickerArea(board);
        next(area, WIDE, 0);
        board.put(Samples.ticker(0, 9, 10, 9, 3));
        board.put(Samples.ticker(1, 9, 10, 9, 3));

        assertEquals(
                "BTCUSD        9     10           9             3  live",
                next(area, WIDE, SECOND_NS).get(1));
    }

    @Test
    void shouldShowNewsOnceASecondWhenTickersComeFaster() {
        TickerBoard board = board("tBTCUSD");
        TickerArea area = new TickerArea(board);
        next(area, WIDE, 0);
        board.put(Samples.tickerAt(SECOND_NS, 0, 1));

        assertNull(next(area, WIDE, SECOND_NS - 1));
        assertEquals(
                List.of("BTCUSD:  Bid: 1, Ask: 2, Last Price: 1, Volume: 4"),
                next(area, WIDE, SECOND_NS));
        assertNull(next(area, WIDE, 2 * SECOND_NS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | BTCUSD stale 65s:  Bid: 97000.5, Ask: 97001.5, Last Price: 97000.5, Volume:"
                        + " 4",
                "60 | BTCUSD stale 65s:  Bid: 97000.5, Ask: 97001.5",
                "40 | BTCUSD stale 65s Bid: 97000.5",
                "20 | BTCUSD stale 65s ..",
                "12 | BTCUSD st..",
            })
    void shouldSayStateAndAgeFirstWhenFeedIsSilent(int columns, String line) {
        live(Health.STALE, 1);
        board.put(Samples.tickerAt(0, 0, 97_000.5).channelId(0));

        assertEquals(
                List.of(line), next(new TickerArea(board), new Size(columns, 24), 65 * SECOND_NS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 1 | BTCUSD:",
                "0 | 1 | 2 | BTCUSD live 2s:",
                "0 | 1 | 119 | BTCUSD live 119s:",
                "0 | 1 | 120 | BTCUSD live 2m:",
                "0 | 1 | 36000 | BTCUSD live 10h:",
                "4 | 0 | 1 | BTCUSD disconnected 1s:",
                "4 | 1 | 1 | BTCUSD resyncing 1s:",
                "65 | 1 | 70 | BTCUSD stale maintenance 70s:",
            })
    void shouldTellWhatIsKnownNowWhenTickerIsTheSame(
            int health, int connection, int seconds, String head) {
        live(Health.LIVE, 1);
        TickerArea area = new TickerArea(board);
        board.put(Samples.tickerAt(0, 0, 1).channelId(0));
        next(area, WIDE, 0);
        live(health, connection);

        List<String> lines = next(area, WIDE, seconds * SECOND_NS);

        assertEquals(
                List.of(head + "  Bid: 1, Ask: 2, Last Price: 1, Volume: 4"),
                lines == null
                        ? List.of("BTCUSD:  Bid: 1, Ask: 2, Last Price: 1, Volume: 4")
                        : lines);
    }

    @Test
    void shouldSayOffWhenChannelIsUnsubscribed() {
        live(Health.OFF, 0);
        statistics.set(0, Figure.WANTED, 0);
        board.put(Samples.tickerAt(0, 0, 1).channelId(0));

        assertEquals(
                List.of("BTCUSD off 3s:  Bid: 1, Ask: 2, Last Price: 1, Volume: 4"),
                next(new TickerArea(board), WIDE, 3 * SECOND_NS));
    }

    @Test
    void shouldAddHowLateDataCameWhenItWasOldAtItsReceipt() {
        live(Health.LIVE, 1);
        statistics.set(0, Figure.LAST_AGE_MS, 60_000);
        board.put(Samples.tickerAt(0, 0, 1).channelId(0));

        assertTrue(next(new TickerArea(board), WIDE, 0).get(0).startsWith("BTCUSD live 60s:"));
    }

    @Test
    void shouldMarkEachRowOfTableWhenFeedsAreSilent() {
        live(Health.STALE, 1);
        board.put(Samples.tickerAt(0, 0, 97_000.5).channelId(0));
        board.put(Samples.tickerAt(65 * SECOND_NS, 1, 9));

        assertEquals(
                List.of(
                        "Symbol      Bid      Ask  Last Price  Volume  State",
                        "BTCUSD  97000.5  97001.5     97000.5       4  stale 65s",
                        "ETHUSD        9       10           9       4  live"),
                next(new TickerArea(board), WIDE, 65 * SECOND_NS));
        assertEquals(
                List.of("Symbol      Bid", "BTCUSD  stale 65s", "ETHUSD        9"),
                next(new TickerArea(board), new Size(20, 24), 65 * SECOND_NS));
    }

    private void live(int health, int connection) {
        statistics.set(0, Figure.HEALTH, health);
        statistics.set(0, Figure.CONNECTION, connection);
        statistics.set(0, Figure.WANTED, 1);
    }

    @Test
    void shouldShowAtOnceWhenTerminalChangesItsSize() {
        TickerArea area = new TickerArea(board("tBTCUSD"));
        next(area, WIDE, 0);

        assertEquals(List.of("BTCUSD Bid: 97000.5"), next(area, new Size(20, 24), 1));
    }

    private static TickerBoard board(String... symbols) {
        TickerBoard board = Samples.board(Instruments.of(List.of(symbols)));
        for (int id = 0; id < symbols.length; id++) {
            board.put(Samples.ticker(id, 97_000.5, 97_001, 97_000.5, 372.10417038));
        }
        return board;
    }

    private static List<String> next(TickerArea area, Size size, long nowNs) {
        List<AttributedString> lines = area.next(size, nowNs);
        return lines == null ? null : lines.stream().map(Object::toString).toList();
    }
}
