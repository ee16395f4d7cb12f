package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.Instruments;
import io.hayate.view.text.StyledLine;
import io.hayate.view.text.TickerBoard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewritingScreenTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final FakeScreen fake = new FakeScreen(80);
    private final Size size = new Size(80, 24);

    @Test
    void shouldRewriteLineInPlaceWhenTickerChanges() {
        TickerBoard board = Samples.board(Instruments.of(List.of("tBTCUSD")));
        RewritingScreen screen = screen(board);
        board.put(Samples.ticker(0, 97_000.5, 97_001, 97_000.5, 4));
        screen.showTickers(0);
        board.put(Samples.ticker(0, 1, 2, 3, 4));
        screen.showTickers(SECOND_NS);

        assertEquals("BTCUSD:  Bid: 1, Ask: 2, Last Price: 3, Volume: 4", fake.text());
    }

    @Test
    void shouldKeepMessagesAboveTableWhenBothCome() {
        TickerBoard board = Samples.board(Instruments.of(List.of("tBTCUSD", "tETHUSD")));
        RewritingScreen screen = screen(board);
        print(screen, "first");
        put(board, 1);
        screen.showTickers(0);
        print(screen, "second, which is longer than any line of the table is in this test");
        put(board, 2);
        screen.showTickers(SECOND_NS);
        print(screen, "third\nfourth");
        screen.close();
        print(screen, "summary");

        assertEquals(
                """
                first
                second, which is longer than any line of the table is in this test
                third
                fourth
                Symbol  Bid  Ask  Last Price  Volume  State
                BTCUSD    2    3           2       9  live
                ETHUSD    2    3           2       9  live
                summary\
                """,
                fake.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 40, 20})
    void shouldLeaveNothingBehindWhenTerminalGetsNarrower(int columns) {
        TickerBoard board = Samples.board(Instruments.of(List.of("tBTCUSD", "tETHUSD")));
        RewritingScreen screen = screen(board);
        print(screen, "before");
        board.put(Samples.ticker(0, 97_000.5, 97_001, 97_000.5, 372.10417038));
        board.put(Samples.ticker(1, 97_000.5, 97_001, 97_000.5, 372.10417038));
        screen.showTickers(0);

        fake.resize(columns);
        size.setColumns(columns);
        print(screen, "between");
        screen.showTickers(1);

        List<String> lines = fake.text().lines().toList();
        assertEquals(5, lines.size(), fake::text);
        assertEquals("before", lines.get(0));
        assertEquals("between", lines.get(1));
        assertEquals("ETHUSD  97000.5", lines.get(4).substring(0, 15));
    }

    private static void print(Screen screen, String text) {
        screen.print(StyledLine.ofText(text));
    }

    private RewritingScreen screen(TickerBoard board) {
        return new RewritingScreen(
                board, new Page(this::sizeNow, true), new Output(fake, StandardCharsets.UTF_8));
    }

    private Size sizeNow() {
        return new Size(size.getColumns(), size.getRows());
    }

    private static void put(TickerBoard board, double price) {
        board.put(Samples.ticker(0, price, price + 1, price, 9));
        board.put(Samples.ticker(1, price, price + 1, price, 9));
    }
}
