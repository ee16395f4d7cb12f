package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.hayate.model.Instruments;
import io.hayate.view.command.CommandParser;
import io.hayate.view.command.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamLinesTest {
    @Test
    void shouldGiveLinesAndThenNullWhenStreamEnds() throws IOException {
        StreamLines lines = lines("orders\n\nbuy 1 BTCUSD");

        assertEquals("orders", lines.next());
        assertEquals("", lines.next());
        assertEquals("buy 1 BTCUSD", lines.next());
        assertNull(lines.next());
        assertNull(lines.next());
    }

    @Test
    void shouldCutLineSoThatItIsNoCommandWhenItIsTooLong() throws IOException {
        CommandParser parser =
                new CommandParser(
                        Samples.symbols(Instruments.of(List.of("tBTCUSD"))),
                        0.01,
                        Samples.market().words());
        StreamLines lines = lines("buy 1 BTCUSD" + " ".repeat(1_000_000) + "not!\norders\n");

        String cut = lines.next();

        assertEquals(Request.Kind.WRONG, parser.parse(cut).kind());
        assertEquals("orders", lines.next());
    }

    private static StreamLines lines(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StreamLines(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, () -> true);
    }
}
