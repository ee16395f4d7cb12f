package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorStreamTest {
    private static final String LONG =
            "strategy sma-cros is not to be found, did you mean sma-cross? Else it is one of"
                    + " imbalance, printer, sma-cross, trigger and vwap, or the name of a class";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private PrintStream errors(Charset charset, Supplier<Size> size) {
        return new PrintStream(new ErrorStream(written, charset, size), false, charset);
    }

    private PrintStream errors(int columns) {
        return errors(StandardCharsets.UTF_8, () -> new Size(columns, 24));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 132})
    void shouldWrapBetweenWordsAtTheWidthOfTheTerminal(int columns) {
        errors(columns).println(LONG);

        String text = written.toString(StandardCharsets.UTF_8);
        assertTrue(text.lines().allMatch(row -> row.length() < columns), text);
        assertEquals(LONG, text.strip().replaceAll("\\s+", " "));
        assertTrue(text.lines().skip(1).allMatch(row -> row.startsWith("  ")), text);
    }

    @Test
    void shouldTakeTheTerminalForOneOf80WhenItsWidthIsNotKnown() {
        errors(0).println(LONG);

        String text = written.toString(StandardCharsets.UTF_8);
        assertEquals(2, text.lines().count(), text);
        assertTrue(text.lines().allMatch(row -> row.length() < 80), text);
    }

    @Test
    void shouldLeaveOneLineWhereThereIsNoTerminal() {
        errors(StandardCharsets.UTF_8, () -> null).println(LONG);

        assertEquals(LONG + "\n", written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldFollowTheWidthOfATerminalThatIsResized() {
        Size size = new Size(200, 24);
        PrintStream errors = errors(StandardCharsets.UTF_8, () -> size);
        errors.println(LONG);
        size.setColumns(80);

        errors.println(LONG);

        assertEquals(3, written.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void shouldWrapWhatComesThroughAWriterOfItsOwn() {
        new PrintWriter(errors(80), true, StandardCharsets.UTF_8).println(LONG);

        assertEquals(2, written.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void shouldWriteAPartOfALineWhenItIsFlushed() {
        PrintStream errors = errors(80);
        errors.print("password: ");
        assertEquals(0, written.size());

        errors.flush();

        assertEquals("password: ", written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldKeepLinesAndLettersAsTheyAre() {
        errors(StandardCharsets.ISO_8859_1, () -> new Size(80, 24)).print("é ü\n\n    at x\n");

        assertEquals("é ü\n\n    at x\n", written.toString(StandardCharsets.ISO_8859_1));
    }
}
