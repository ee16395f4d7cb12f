package io.hayate.transport.websocket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Random;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * WebSocket frames as a venue sends them, one behind the other in memory: texts of 97 to 112 ASCII
 * characters, the size of a ticker with long numbers.
 */
final class TextFrames {
    /** How many there are. */
    static final int COUNT = 1_000;

    private static final int HEADER_BYTES = 2;
    private static final int TEXT_BYTES_MIN = 97;
    private static final int TEXT_BYTES_SPREAD = 16;
    private static final int SLACK_BYTES = 64;

    private final UnsafeBuffer buffer;
    private final int[] offsets = new int[COUNT + 1];

    TextFrames() {
        int bytesMax = COUNT * (HEADER_BYTES + TEXT_BYTES_MIN + TEXT_BYTES_SPREAD) + SLACK_BYTES;
        buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(bytesMax, 64));
        Random random = new Random(20_261_101);
        for (int i = 0; i < COUNT; i++) {
            byte[] text = text(random, TEXT_BYTES_MIN + random.nextInt(TEXT_BYTES_SPREAD));
            buffer.putByte(offsets[i], (byte) FrameHead.TEXT_WHOLE);
            buffer.putByte(offsets[i] + 1, (byte) text.length);
            buffer.putBytes(offsets[i] + HEADER_BYTES, text);
            offsets[i + 1] = offsets[i] + HEADER_BYTES + text.length;
        }
    }

    private static byte[] text(Random random, int length) {
        StringBuilder text = new StringBuilder("[17082,[");
        while (text.length() < length - 2) {
            text.append(random.nextInt(8) == 0 ? ',' : (char) ('0' + random.nextInt(10)));
        }
        return text.append("]]").toString().getBytes(US_ASCII);
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    /** The same memory for others. */
    ByteBuffer bytes() {
        return buffer.byteBuffer();
    }

    /** Where a frame begins; that of {@link #COUNT} is the end. */
    int offset(int frame) {
        return offsets[frame];
    }
}
