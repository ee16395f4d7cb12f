package io.hayate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Whatever a frame holds, both decoders read or refuse it alike, by its own bytes alone, and read the
 * next one as ever. What channel it comes on its id says, see {@link TestChannels#of}. A build tries the seeds; this searches for more, for as long as it is let:
 *
 * <pre>JAZZER_FUZZ=1 mvn -pl engine test -Dtest=FrameDecoderFuzzTest</pre>
 */
class FrameDecoderFuzzTest {
    private static final int GUARD_BYTES = 16;
    private static final int SLACK_BYTES = 8; // that may be read, whatever they hold
    private static final byte[] GUARDS = "9,]\u0000".getBytes(ISO_8859_1);
    private static final byte[] GOOD = Frames.TICKER.getBytes(ISO_8859_1);

    private final WholeFrameReader scanner = new WholeFrameReader(DecoderKind.SCANNER);
    private final WholeFrameReader jackson = new WholeFrameReader(DecoderKind.JACKSON);

    @FuzzTest
    void shouldReadOrRefuseByTheFramesOwnBytesAlone(byte[] frame) throws IOException {
        Object first = read(jackson, frame, GUARDS[0]);
        for (byte guard : GUARDS) {
            String why = "a byte that is not the frame's mattered";
            assertEquals(first, read(scanner, frame, guard), why);
            assertEquals(first, read(jackson, frame, guard), why);
        }
    }

    private static Object read(WholeFrameReader reader, byte[] frame, byte guard)
            throws IOException {
        int length = Math.min(frame.length, WholeFrameReader.FRAME_BYTES_MAX + 1);
        int capacity = GUARD_BYTES + length + SLACK_BYTES;
        UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(capacity, 64));
        buffer.setMemory(0, capacity, guard);
        buffer.putBytes(GUARD_BYTES, frame, 0, length);
        Object found = read(reader, buffer, length);
        assertEquals(118_940, reader.ticker(Frames.TICKER).bidPrice());
        assertEquals(reader.readAll(GOOD), reader.readAll(GOOD));
        return found;
    }

    private static Object read(WholeFrameReader reader, UnsafeBuffer buffer, int length)
            throws IOException {
        try {
            return List.copyOf(reader.readAll(buffer, GUARD_BYTES, length));
        } catch (MalformedFrameException e) {
            return e.getMessage();
        }
    }
}
