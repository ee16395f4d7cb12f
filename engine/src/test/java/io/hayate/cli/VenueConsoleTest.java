package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.exchange.VenueControls;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueConsoleTest {
    private final VenueControls controls =
            new Exchange(VenueConfig.DEFAULTS, VenueListener.NONE, 0, 0).controls(Runnable::run);
    private boolean quit;
    private final VenueConsole console =
            new VenueConsole(controls, new PrintWriter(new StringWriter()), () -> quit = true);

    @Test
    void shouldPutFaultsOnAndTakeThemAway() {
        assertEquals(
                List.of("fault 1 is on: late-ack delay=3s"),
                console.answer("fault late-ack delay=3s"));
        console.answer(" fault dropped every=7 ");
        assertEquals(
                List.of("   1  made 0  late-ack delay=3s", "   2  made 0  dropped every=7"),
                console.answer("faults"));

        assertEquals(List.of("fault 1 is off"), console.answer("clear 1"));
        assertEquals(List.of("there is no fault 1"), console.answer("clear 1"));
        assertEquals(List.of("no fault is on"), console.answer("clear"));
        assertEquals(List.of("no fault is on"), console.answer("faults"));
    }

    @Test
    void shouldPutChaosOn() {
        console.answer("chaos 42");

        int active = controls.faults().active().size();
        assertTrue(active > 10, () -> active + " faults");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fault lat|fault must be one that the venue knows, such as late: was lat",
                "chaos x|this must be a whole number: was x",
                "dance|unknown: dance; help tells what there is",
                "kinds nothing|no fault has this in its name: nothing"
            })
    void shouldSayWhatIsWrong(String line, String answer) {
        assertEquals(List.of(answer), console.answer(line));
    }

    @Test
    void shouldHelpInLinesThatFitTheTerminal() {
        List<String> help = console.answer("help");

        help.forEach(line -> assertEquals(line, VenuePrinter.cut(line)));
        assertTrue(console.answer("kinds late-ack").get(0).equals("  late-ack delay=5s"));
        assertEquals(List.of(), console.answer("  "));
        assertEquals(
                List.of("a line has at most 1000 characters"), console.answer("x".repeat(1_001)));
    }

    @Test
    void shouldQuit() {
        console.answer("quit");

        assertTrue(quit);
    }
}
