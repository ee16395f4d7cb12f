package io.hayate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.Ticker;
import io.hayate.model.MarketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * Both decoders read the same out of any frame of any channel, off heap and on it, whatever lies
 * behind it: kind, channel, rows, every bit of the values, what is appended, or that it is malformed,
 * and for what reason.
 * What the scanner takes it reads as the JDK does, too. Ten million frames are compared in the long
 * check, in some minutes:
 *
 * <pre>mvn test -Plong -pl engine -Dtest=DecoderDifferenceTest</pre>
 */
class DecoderDifferenceTest {
    private static final int FRAMES = Integer.getInteger("hayate.test.frames", 200_000);
    private static final int CAPACITY = 2 * WholeFrameReader.FRAME_BYTES_MAX;
    private static final int SLOTS = 8;
    private static final int BODY_BYTES = 256;
    private static final int SCANNED_SHARE = 5; // one in so many at least, or nothing is compared

    private final WholeFrameReader scanner = new WholeFrameReader(DecoderKind.SCANNER);
    private final WholeFrameReader jackson = new WholeFrameReader(DecoderKind.JACKSON);
    private final UnsafeBuffer scanned = new UnsafeBuffer(new byte[SLOTS * Event.SIZE]);
    private final UnsafeBuffer parsed = new UnsafeBuffer(new byte[SLOTS * Event.SIZE]);
    private final UnsafeBuffer offHeap = new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY));
    private final UnsafeBuffer onHeap = new UnsafeBuffer(new byte[CAPACITY]);
    private final FrameScanner alone = new FrameScanner(WholeFrameReader.FRAME_BYTES_MAX);

    @Test
    void shouldReadSameOutOfGeneratedFrames() throws IOException {
        GeneratedFrames frames = new GeneratedFrames(20_261_123);
        int taken = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = frames.next();
            DirectBuffer buffer = buffer(frame, frames.behind(), (i & 1) == 0);
            MarketChannel channel = frames.channel();
            assertSame(buffer, frame, channel);
            taken += isScanned(buffer, frame, channel) ? 1 : 0;
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
                DirectBuffer buffer = buffer(cut, frames.behind(), (length & 1) == 0);
                assertSame(buffer, cut, channelOf(frame));
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

    private static MarketChannel channelOf(String frame) {
        String[] head = frame.split("[\\[,]", 3);
        return frame.startsWith("{")
                ? TestChannels.TICKER
                : TestChannels.ofSample(frame, Long.parseLong(head[1]));
    }

    /** True when the scanner takes a frame; the numbers of a ticker are those that the JDK reads. */
    private boolean isScanned(DirectBuffer buffer, byte[] frame, MarketChannel channel) {
        Event event = scanner.event;
        if (!alone.begin(buffer, Frames.OFFSET, frame.length)) {
            return false;
        }
        int rows = alone.rows();
        for (int i = 0; i < rows; i++) {
            if (alone.decodeRow(channel, event) == null) {
                return false;
            }
        }
        boolean whole = alone.end();
        boolean isRow = alone.kind() == FrameKind.DATA && !alone.isList();
        if (whole && isRow && channel.equals(TestChannels.TICKER)) {
            assertNumbers(new String(frame, ISO_8859_1), event);
        }
        return whole;
    }

    private static void assertNumbers(String frame, Event event) {
        String[] row = frame.substring(frame.indexOf(",[") + 2).split("[,\\]]", -1);
        for (int i = 0; i < Ticker.PAIR_FIELDS; i++) {
            double value = event.buffer().getDouble(event.bodyOffset() + i * Double.BYTES);
            assertEquals(Double.parseDouble(row[i]), value, frame);
        }
    }

    private void assertSame(DirectBuffer buffer, byte[] frame, MarketChannel channel)
            throws IOException {
        String expected = read(jackson, buffer, frame.length, channel, parsed);
        String actual = read(scanner, buffer, frame.length, channel, scanned);
        if (!expected.equals(actual) || !parsed.equals(scanned)) {
            assertEquals(expected, actual, new String(frame, ISO_8859_1));
            assertEquals(parsed, scanned, new String(frame, ISO_8859_1));
        }
    }

    /** Reads a frame and copies the slot of each row. */
    private static String read(
            WholeFrameReader reader,
            DirectBuffer buffer,
            int length,
            MarketChannel channel,
            UnsafeBuffer to)
            throws IOException {
        to.setMemory(0, to.capacity(), (byte) 0);
        FrameDecoder decoder = reader.decoder;
        StringBuilder read = new StringBuilder();
        try {
            FrameKind kind = decoder.begin(buffer, Frames.OFFSET, length);
            read.append(kind).append(decoder.channelId()).append(decoder.marketType());
            if ((kind == FrameKind.DATA || kind == FrameKind.TYPED) && (length & 15) != 0) {
                decodeRows(reader, channel, rowsToRead(decoder, length), to, read);
            }
            decoder.end(); // of a frame of no subscription no row has been read
            read.append(decoder.venueSequence()).append(' ').append(decoder.accountSequence());
            return read.append(' ').append(decoder.venueTimeMs()).toString();
        } catch (MalformedFrameException e) {
            to.setMemory(0, to.capacity(), (byte) 0); // a broken frame leaves anything in its slot
            return e.getMessage();
        }
    }

    /** Now and then one less than there are. */
    private static int rowsToRead(FrameDecoder decoder, int length) {
        int rows = decoder.rows();
        return (length & 15) == 1 ? rows - 1 : rows;
    }

    private static void decodeRows(
            WholeFrameReader reader,
            MarketChannel channel,
            int rows,
            UnsafeBuffer to,
            StringBuilder read)
            throws IOException {
        read.append(reader.decoder.isList()).append(reader.decoder.rows());
        for (int i = 0; i < rows; i++) {
            Event event = reader.event.begin(7, 1);
            event.buffer().setMemory(event.bodyOffset(), BODY_BYTES, (byte) 0);
            read.append(reader.decoder.decodeMarketRow(channel, event));
            event.copyTo(to, (i % SLOTS) * Event.SIZE);
        }
    }
}
