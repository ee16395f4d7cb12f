package io.hayate.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.Ticker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scanner takes, and what it leaves to the parser. */
class FrameScannerTest {
    private static final int FRAME_BYTES_MAX = 300;
    private static final String ROW = "[1,-2,3.5,4,5,6,7,8,9,0.00000001";

    private final FrameScanner scanner = new FrameScanner(FRAME_BYTES_MAX);
    private final Event event = Event.allocate();

    private boolean begins(String frame) {
        DirectBuffer buffer = Frames.buffer(frame);
        return scanner.begin(buffer, Frames.OFFSET, Frames.length(buffer));
    }

    private boolean scans(String frame) {
        return begins(frame)
                && scanner.decodeRow(TestChannels.TICKER, event) != null
                && scanner.end();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[17082,ROW]] | -1",
                "[17082,ROW],118] | 118",
                "[17082,ROW],0] | 0",
                "[17082,ROW],118,1564617600401] | 118",
                "[17082,ROW],999999999999,1,2,3] | 999999999999",
                "[17082,ROW,null]] | -1",
                "[17082,ROW,11,-12.5,null,14],118] | 118"
            })
    void shouldTakeTicker(String frame, long sequence) {
        assertTrue(scans(frame.replace("ROW", ROW)));
        Ticker ticker = new Ticker().wrap(event);
        assertEquals(17_082, scanner.channelId());
        assertEquals(sequence, scanner.trailing().venueSequence());
        assertEquals(List.of(1.0, -2.0), List.of(ticker.bidPrice(), ticker.bidAmount()));
        assertEquals(List.of(3.5, 0.00000001), List.of(ticker.askPrice(), ticker.low()));
        assertTrue(Double.isNaN(ticker.flashReturnRate() + ticker.flashReturnAmount()));
        assertTrue(Double.isNaN(ticker.bidPeriod() + ticker.askPeriod()));
    }

    /** In the row, and behind it where it does not count. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.30000000000000004",
                "-19203.444049780002",
                "123456789",
                "0.123456789",
                "1e-7",
                "1.5e+21",
                "4503599627370497.5",
                "2.4703282292062328e-324"
            })
    void shouldTakeNumberOfAnyLength(String number) {
        assertTrue(scans("[5,[" + number + ",2,3,4,5,6,7,8,9," + number + "," + number + "],118]"));
        Ticker ticker = new Ticker().wrap(event);
        double expected = Double.parseDouble(number);
        assertEquals(List.of(expected, expected), List.of(ticker.bidPrice(), ticker.low()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "]",
                "[]",
                "[[",
                "{}",
                "[0,[1]]",
                "[-5,[1]]",
                "[05,[1]]",
                "[12.5,[1]]",
                "[1234567890123456,[1]]",
                "[\"5\",[1]]",
                "[0,\"te\",[1]]",
                "[0,\"cs\",1]",
                "[5,\"te\",5]",
                "[5,\"te\", [1]]",
                "[5,\"tx\",[1]]",
                "[5,\"fte\",[1]]",
                "[5,\"cs\"]",
                "[5,\"cs\",null]",
                "[5,\"cs\",1.5]",
                "[5,\"cs\",--5]",
                "[5,\"cs\",-2147483649]",
                "[5,\"cs\",4294967296]",
                "[5,\"HB\"]",
                "[5,[ [1]]]",
                "[5,null]",
                "[5, [1]]",
                " [5,[1]]",
                "[5,[1]] ",
                "[5]",
                "[5,]",
                "[5,["
            })
    void shouldNotBeginWhatIsNoRow(String frame) {
        assertFalse(begins(frame));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[5,[1,2,3,4,5,6,7,8,9]]",
                "[5,[1,2,3,4,5,6,7,8,9,]]",
                "[5,[]]",
                "[5,[1,2,3,4,null,6,7,8,9,10]]",
                "[5,[1,2,3,4,1e400,6,7,8,9,10]]",
                "[5,[1,2,3,4,5 ,6,7,8,9,10]]",
                "[5,[1,2,3,4,\"5\",6,7,8,9,10]]",
                "[5,[1,2,3,4,[5],6,7,8,9,10]]",
                "[5,ROW,]]",
                "[5,ROW,\"x\"]]",
                "[5,ROW,nul]]",
                "[5,ROW,nullx]]",
                "[5,ROW]",
                "[5,ROW]]]",
                "[5,ROW]5]",
                "[5,ROW],]",
                "[5,ROW],-1]",
                "[5,ROW],01]",
                "[5,ROW],1.5]",
                "[5,ROW],1e5]",
                "[5,ROW],null]",
                "[5,ROW],1,]",
                "[5,ROW],1]]",
                "[5,ROW],1234567890123456]",
                "[5,ROW],1][5,ROW],1]"
            })
    void shouldDeclineRow(String frame) {
        assertFalse(scans(frame.replace("ROW", ROW)));
    }

    @Test
    void shouldLeaveFrameThatIsTooLong() {
        String numbers = ",11".repeat(100);

        assertFalse(begins("[5," + ROW + numbers + "]]"));
    }

    @Test
    void shouldLeaveFrameWithoutSlackBehindIt() {
        byte[] frame = ("[5," + ROW + "]]").getBytes(StandardCharsets.US_ASCII);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[frame.length + RowScanner.SLACK]);
        buffer.putBytes(0, frame);

        assertTrue(scanner.begin(buffer, 0, frame.length));
        assertFalse(scanner.begin(new UnsafeBuffer(buffer, 0, 32), 0, 32));
        buffer.wrap(buffer, 0, frame.length + RowScanner.SLACK - 1);
        assertFalse(scanner.begin(buffer, 0, frame.length));
    }

    @Test
    void shouldLeaveSlotThatIsOnTheHeap() {
        assertTrue(begins("[5," + ROW + "]]"));
        Event onHeap = Event.at(new UnsafeBuffer(new byte[Event.SIZE]), 0);
        assertNull(scanner.decodeRow(TestChannels.TICKER, onHeap));
        assertNotNull(scanner.decodeRow(TestChannels.TICKER, event));
    }
}
