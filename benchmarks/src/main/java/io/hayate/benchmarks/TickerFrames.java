package io.hayate.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Ticker frames with random numbers, the same for each run, one behind the other in one direct
 * buffer, as reads leave them.
 */
final class TickerFrames {
    /** Frames of a pool, a power of two: with fewer the processor learns them by heart. */
    static final int COUNT = 32_768;

    private static final int SEED = 20_261_101;
    private static final int FRAME_BYTES_MAX = 256;
    private static final int CACHE_LINE = 64;

    private final Random random = new Random(SEED);
    private final MutableDirectBuffer buffer =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(COUNT * FRAME_BYTES_MAX, CACHE_LINE));
    private final int[] offsets = new int[COUNT + 1];
    private int next = -1;

    /**
     * Makes the pool.
     *
     * @param form "long", with eight decimals as the venue sends, or "short", with few as in its
     *     documents
     */
    TickerFrames(String form) {
        for (int i = 0; i < COUNT; i++) {
            String frame = form.equals("long") ? longFrame(i) : shortFrame();
            byte[] bytes = frame.getBytes(StandardCharsets.US_ASCII);
            buffer.putBytes(offsets[i], bytes);
            offsets[i + 1] = offsets[i] + bytes.length;
        }
    }

    /** Moves to the next frame. */
    void next() {
        next = (next + 1) & (COUNT - 1);
    }

    MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Index of the frame's first byte. */
    int offset() {
        return offsets[next];
    }

    int length() {
        return offsets[next + 1] - offsets[next];
    }

    /** Copies the frame to the start of an array; for what reads nothing else. */
    int copyTo(byte[] bytes) {
        buffer.getBytes(offset(), bytes, 0, length());
        return length();
    }

    private String longFrame(int sequence) {
        return frame(
                new int[] {1, 8, 1, 8, 0, 8, 0, 8, 0, 0},
                new double[] {9e4, 50, 9e4, 50, 4e3, 0.1, 9e4, 9e3, 9e4, 9e4},
                "," + (1_000_000 + sequence));
    }

    private String shortFrame() {
        return frame(
                new int[] {1, 2, 1, 2, 1, 4, 1, 2, 1, 0},
                new double[] {9e3, 50, 9e3, 50, 900, 0.1, 9e3, 9e3, 9e3, 9e3},
                "");
    }

    private String frame(int[] decimals, double[] size, String tail) {
        StringBuilder frame = new StringBuilder("[").append(100_000 + random.nextInt(900_000));
        boolean falls = random.nextBoolean();
        for (int i = 0; i < decimals.length; i++) {
            frame.append(i == 0 ? ",[" : ",");
            boolean isChange = i == 4 || i == 5;
            double value = random.nextDouble() * size[i] * (isChange && falls ? -1 : 1);
            long unscaled = (long) (value * Math.pow(10, decimals[i]));
            frame.append(
                    BigDecimal.valueOf(unscaled, decimals[i]).stripTrailingZeros().toPlainString());
        }
        return frame.append("]").append(tail).append("]").toString();
    }
}
