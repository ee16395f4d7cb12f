package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.Instruments;
import io.hayate.view.text.Figures;
import io.hayate.view.text.TickerBoard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class JobScreenTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final FakeScreen fake = new FakeScreen(80);
    private final Output output = new Output(fake, StandardCharsets.UTF_8);
    private final TickerBoard board = Samples.board(Instruments.of(List.of("tBTCUSD")));
    private final RewritingScreen drawn = new RewritingScreen(board, Samples.page(80, 24), output);
    private final JobScreen screen = new JobScreen(drawn, output, () -> this.isOurs);
    private boolean isOurs = true;

    @Test
    void shouldDrawNothingAndSaySoOnceWhenItStartsInBackground() {
        isOurs = false;
        screen.showTickers(0);
        ticker(97_000);
        screen.showTickers(SECOND_NS);
        screen.showTickers(2 * SECOND_NS);
        screen.print(List.of(new AttributedString("order filled")));
        screen.close();

        assertEquals(JobScreen.AWAY + "\norder filled", fake.text());
    }

    @Test
    void shouldLeaveWhatOthersWroteWhenItGoesToBackground() {
        ticker(97_000);
        screen.showTickers(0);
        isOurs = false;
        output.write("\n$ bg\n");
        screen.print(List.of(new AttributedString("order filled")));
        ticker(5);
        screen.showTickers(SECOND_NS);
        screen.showTickers(2 * SECOND_NS);

        assertEquals(line(97_000) + "\n$ bg\norder filled\n" + JobScreen.AWAY, fake.text());
    }

    @Test
    void shouldDrawAgainWhenItComesBack() {
        isOurs = false;
        screen.showTickers(0);
        screen.showTickers(SECOND_NS / 2);
        isOurs = true;
        ticker(5);
        screen.showTickers(SECOND_NS);

        assertEquals(JobScreen.AWAY + "\n" + JobScreen.BACK + "\n" + line(5), fake.text());
    }

    private void ticker(double price) {
        board.put(Samples.ticker(0, price, 2, 3, 4));
    }

    private static String line(double price) {
        return "BTCUSD:  Bid: " + Figures.exact(price) + ", Ask: 2, Last Price: 3, Volume: 4";
    }
}
