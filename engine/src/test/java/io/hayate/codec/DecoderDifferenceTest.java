package io.hayate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * Both decoders read the same out of any frame, off heap and on it, whatever lies behind it: kind,
 * channel, every bit of the values, sequence number, or that it is malformed, and for what reason.
 * What the scanner takes it reads as the JDK does, too. Ten million frames are compared in the long
 * check, in some minutes:
 *
 * <pre>mvn test -Plong -pl engine -Dtest=DecoderDifferenceTest</pre>
 */
class DecoderDifferenceTest {
    private static final int FRAMES = Integer.getInteger("hayate.test.frames", 200_000);
    private static final int CAPACITY = 2 * FrameReader.FRAME_BYTES_MAX;
    private static final int SCANNED_SHARE = 5; // one in so many at least, or nothing is compared

    private final FrameReader scanner = new FrameReader(DecoderKind.SCANNER);
    private final FrameReader jackson = new FrameReader(DecoderKind.JACKSON);
    private final UnsafeBuffer scanned = new UnsafeBuffer(new byte[Event.SIZE]);
    private final UnsafeBuffer parsed = new UnsafeBuffer(new byte[Event.SIZE]);
    private final UnsafeBuffer offHeap = new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY));
    private final UnsafeBuffer onHeap = new UnsafeBuffer(new byte[CAPACITY]);
    private final FrameScanner alone = new FrameScanner(FrameReader.FRAME_BYTES_MAX);

    @Test
    void shouldReadSameOutOfGeneratedFrames() throws IOException {
        GeneratedFrames frames = new GeneratedFrames(20_261_123);
        int taken = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = frames.next();
            DirectBuffer buffer = buffer(frame, frames.behind(), (i & 1) == 0);
            assertSame(buffer, frame);
            taken += isScanned(buffer, frame) ? 1 : 0;
        }
        assertTrue(taken > FRAMES / SCANNED_SHARE, "only " + taken);
    }

    @Test
    void shouldReadSameOutOfSample() throws IOException {
        GeneratedFrames frames = new GeneratedFrames(3);
        for (String frame : Frames.sample()) {
            byte[] bytes = frame.getBytes(ISO_8859_1);
            for (int length = 0; length <= bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertSame(buffer(cut, frames.behind(), (length & 1) == 0), cut);
            }
        }
    }

    /** The frame where it may be read, off heap or on it. */
    private DirectBuffer buffer(byte[] frame, byte[] behind, boolean isOffHeap) {
        UnsafeBuffer buffer = isOffHeap ? offHeap : onHeap;
        buffer.putBytes(Frames.OFFSET, frame);
        buffer.putBytes(Frames.OFFSET + frame.length, behind);
        return buffer;
    }

    /** True when the scanner takes a frame; its numbers are then those that the JDK reads. */
    private boolean isScanned(DirectBuffer buffer, byte[] frame) {
        Event event = scanner.event;
        if (!alone.begin(buffer, Frames.OFFSET, frame.length)
                || !alone.decodeTicker(event)
                || !alone.end()) {
            return false;
        }
        assertNumbers(new String(frame, ISO_8859_1), event);
        return true;
    }

    private static void assertNumbers(String frame, Event event) {
        String[] row = frame.substring(frame.indexOf(",[") + 2).split("[,\\]]", -1);
        for (int i = 0; i < Ticker.PAIR_FIELDS; i++) {
            double value = event.buffer().getDouble(event.bodyOffset() + i * Double.BYTES);
            assertEquals(Double.parseDouble(row[i]), value, frame);
        }
    }

    private void assertSame(DirectBuffer buffer, byte[] frame) throws IOException {
        String expected = read(jackson, buffer, frame.length, parsed);
        String actual = read(scanner, buffer, frame.length, scanned);
        if (!expected.equals(actual) || !parsed.equals(scanned)) {
            assertEquals(expected, actual, new String(frame, ISO_8859_1));
            assertEquals(parsed, scanned, new String(frame, ISO_8859_1));
        }
    }

    /** Reads a frame and copies the slot of a ticker. */
    private static String read(FrameReader reader, DirectBuffer buffer, int length, UnsafeBuffer to)
            throws IOException {
        to.setMemory(0, Event.SIZE, (byte) 0);
        FrameDecoder decoder = reader.decoder;
        try {
            FrameKind kind = decoder.begin(buffer, Frames.OFFSET, length);
            long channelId = decoder.channelId();
            if (kind == FrameKind.DATA && (length & 7) != 0) { // else as one of no subscription
                decoder.decodeTicker((length & 7) == 1, reader.event.begin(7, 1));
                reader.event.copyTo(to, 0);
            }
            decoder.end();
            return kind + " " + channelId + " " + decoder.venueSequence();
        } catch (MalformedFrameException e) {
            to.setMemory(0, Event.SIZE, (byte) 0); // a broken frame leaves anything in its slot
            return e.getMessage();
        }
    }
}
