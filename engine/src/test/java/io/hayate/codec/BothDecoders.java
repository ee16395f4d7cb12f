package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.MarketChannel;
import java.io.IOException;
import java.util.List;

/** Reads each frame with the scanner first and with the parser alone: both must say the same. */
final class BothDecoders {
    final WholeFrameReader scanner = new WholeFrameReader(DecoderKind.SCANNER);
    final WholeFrameReader jackson = new WholeFrameReader(DecoderKind.JACKSON);

    void assertRows(MarketChannel channel, String frame, String... rows) throws IOException {
        assertEquals(List.of(rows), scanner.marketRows(frame, channel), frame);
        assertEquals(List.of(rows), jackson.marketRows(frame, channel), frame);
    }

    /** For any reason. */
    void assertMalformed(MarketChannel channel, String frame) {
        for (WholeFrameReader reader : List.of(scanner, jackson)) {
            assertThrows(
                    MalformedFrameException.class, () -> reader.marketRows(frame, channel), frame);
        }
    }

    void assertMalformed(MarketChannel channel, String frame, String message) {
        for (WholeFrameReader reader : List.of(scanner, jackson)) {
            MalformedFrameException e =
                    assertThrows(
                            MalformedFrameException.class,
                            () -> reader.marketRows(frame, channel),
                            frame);
            assertEquals(message, e.getMessage());
        }
    }
}
