package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.Event;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences and times are told apart by value, behind every kind of body, by either decoder. */
class TrailingNumbersTest {
    private static final long TIME_MS = 1_786_327_545_418L;
    private static final long NONE = Event.NO_SEQUENCE;

    private final WholeFrameReader scanner = new WholeFrameReader(DecoderKind.SCANNER);
    private final WholeFrameReader jackson = new WholeFrameReader(DecoderKind.JACKSON);

    static Stream<String> bodies() {
        return Stream.of(
                "[5,[1,2,3]",
                "[5,[[1,2,3],[4,5,6]]",
                "[5,[]",
                "[5,\"te\",[1,2,3,4]",
                "[5,\"tu\",[1,2,3,4]",
                "[5,\"fte\",[1,2,3,4,5]",
                "[5,\"cs\",-5",
                "[5,\"hb\"",
                "[0,\"hb\"",
                "[0,\"n\",[1,\"on-req\"]",
                "[0,\"wu\",[\"exchange\"]",
                "[0,\"bu\",[1,2]");
    }

    private void assertNumbers(String frame, long sequence, long account, long timeMs)
            throws IOException {
        for (WholeFrameReader reader : List.of(scanner, jackson)) {
            reader.begin(frame);
            int rows = reader.decoder.accountType() == AccountType.UNKNOWN ? 0 : 1;
            if (rows == 0 && reader.decoder.rows() > 0) {
                int all = reader.decoder.rows();
                for (int i = 0; i < all; i++) {
                    reader.decoder.decodeMarketRow(TestChannels.BOOK, reader.event);
                }
            }
            reader.decoder.end();
            assertEquals(sequence, reader.decoder.venueSequence(), frame);
            assertEquals(account, reader.decoder.accountSequence(), frame);
            assertEquals(timeMs, reader.decoder.venueTimeMs(), frame);
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void shouldReadEveryCombination(String body) throws IOException {
        boolean ours = body.startsWith("[0");
        assertNumbers(body + "]", NONE, NONE, 0);
        assertNumbers(body + ",143]", 143, NONE, 0);
        assertNumbers(body + ",143,15214]", 143, ours ? 15_214 : NONE, 0);
        assertNumbers(body + "," + TIME_MS + "]", NONE, NONE, TIME_MS);
        assertNumbers(body + ",143," + TIME_MS + "]", 143, NONE, TIME_MS);
        assertNumbers(body + ",143,15214," + TIME_MS + "]", 143, ours ? 15_214 : NONE, TIME_MS);
        assertNumbers(body + ",143,0," + TIME_MS + "]", 143, ours ? 0 : NONE, TIME_MS);
        assertNumbers(body + "," + TIME_MS + ",143]", 143, NONE, TIME_MS);
        assertNumbers(body + ",143,7,8,9," + TIME_MS + ",10]", 143, ours ? 7 : NONE, TIME_MS);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void shouldPassOverNonsense(String body) throws IOException {
        boolean ours = body.startsWith("[0");
        assertNumbers(body + ",null]", NONE, NONE, 0);
        assertNumbers(body + ",\"143\"]", NONE, NONE, 0);
        assertNumbers(body + ",1.5]", NONE, NONE, 0);
        assertNumbers(body + ",null," + TIME_MS + "]", NONE, NONE, TIME_MS);
        assertNumbers(body + ",null,7]", NONE, ours ? 7 : NONE, 0);
        assertNumbers(body + ",143,[1,2],{\"a\":3}," + TIME_MS + "]", 143, NONE, TIME_MS);
        assertNumbers(body + ",143,true,\"x\"]", 143, NONE, 0);
    }

    @Test
    void shouldTakeTimesAboveAllSequences() throws IOException {
        assertNumbers("[5,\"hb\",1000000000000]", 1_000_000_000_000L, NONE, 0);
        assertNumbers("[5,\"hb\",1000000000001]", NONE, NONE, 1_000_000_000_001L);
        assertNumbers("[5,\"hb\",253402300799999]", NONE, NONE, 253_402_300_799_999L);
    }

    /** The venue appends what it likes, a time in ns perhaps: that must not cost the frame. */
    @Test
    void shouldPassOverWhatIsNeitherASequenceNorATime() throws IOException {
        assertNumbers("[5,\"hb\",253402300800000]", NONE, NONE, 0);
        assertNumbers("[5,\"hb\",1,9223372036854775807]", 1, NONE, 0);
        assertNumbers("[5,\"hb\",-1]", NONE, NONE, 0);
        assertNumbers("[5,\"hb\",-1,7]", NONE, NONE, 0);
        assertNumbers("[5,\"hb\",1," + TIME_MS + "," + TIME_MS + "000000]", 1, NONE, TIME_MS);
        assertNumbers("[0,\"hb\",1,-5," + TIME_MS + "]", 1, NONE, TIME_MS);
    }

    @Test
    void shouldKeepNothingOfFrameBefore() throws IOException {
        assertNumbers("[0,\"hb\",143,15214," + TIME_MS + "]", 143, 15_214, TIME_MS);
        assertNumbers("[0,\"hb\"]", NONE, NONE, 0);
        assertNumbers("{\"event\":\"pong\"}", NONE, NONE, 0);
    }
}
