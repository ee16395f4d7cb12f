package io.hayate.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Frames of books and prints with random numbers, sequence and time, the same for each run, one
 * behind the other in one direct buffer, as reads leave them.
 */
final class MarketFramePool {
    /** What the frames are of. */
    enum Form {
        /** A level of a book, one in three a delete. */
        LEVEL,
        /** An order of a raw book, one in three a delete. */
        ORDER,
        /** Ten levels in one frame. */
        BULK,
        /** A print as it happens. */
        TRADE
    }

    /** Frames of a pool, a power of two: with fewer the processor learns them by heart. */
    private static final int COUNT = 32_768;

    private static final int SEED = 20_261_123;
    private static final int FRAME_BYTES_MAX = 512;
    private static final int CACHE_LINE = 64;
    private static final int BULK_ROWS = 10;
    private static final long TIME_MS = 1_790_134_414_850L;
    private static final long ORDER_ID = 244_611_273_982L;

    private final Random random = new Random(SEED);
    private final MutableDirectBuffer buffer =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(COUNT * FRAME_BYTES_MAX, CACHE_LINE));
    private final int[] offsets = new int[COUNT + 1];
    private int next = -1;

    /** Makes the pool. */
    MarketFramePool(Form form) {
        for (int i = 0; i < COUNT; i++) {
            int channel = 100_000 + random.nextInt(900_000);
            String numbers = "," + (1_000_000 + i) + "," + (TIME_MS + i) + "]";
            byte[] bytes =
                    ("[" + channel + body(form) + numbers).getBytes(StandardCharsets.US_ASCII);
            buffer.putBytes(offsets[i], bytes);
            offsets[i + 1] = offsets[i] + bytes.length;
        }
    }

    private String body(Form form) {
        return switch (form) {
            case LEVEL -> "," + level();
            case ORDER -> "," + order();
            case BULK -> bulk();
            case TRADE -> ",\"te\"," + trade();
        };
    }

    private String level() {
        int price = 80_000 + random.nextInt(9_000);
        return isDelete()
                ? "[" + price + ",0," + sign() + "1]"
                : "[" + price + "," + (1 + random.nextInt(12)) + "," + sign() + amount() + "]";
    }

    private String order() {
        long id = ORDER_ID + random.nextInt(1_000_000);
        return isDelete()
                ? "[" + id + ",0," + sign() + "1]"
                : "[" + id + "," + decimal(90_000, 2) + "," + sign() + amount() + "]";
    }

    private String bulk() {
        StringBuilder rows = new StringBuilder(",[").append(level());
        for (int i = 1; i < BULK_ROWS; i++) {
            rows.append(',').append(level());
        }
        return rows.append(']').toString();
    }

    private String trade() {
        long id = 1_795_583_311L + random.nextInt(1_000_000);
        long timeMs = TIME_MS + random.nextInt(1_000_000);
        return "[" + id + "," + timeMs + "," + sign() + amount() + "," + decimal(90_000, 1) + "]";
    }

    private boolean isDelete() {
        return random.nextInt(3) == 0;
    }

    private String sign() {
        return random.nextBoolean() ? "-" : "";
    }

    private String amount() {
        return decimal(3, 8);
    }

    private String decimal(double size, int decimals) {
        long unscaled = 1 + (long) (random.nextDouble() * size * Math.pow(10, decimals));
        return BigDecimal.valueOf(unscaled, decimals).stripTrailingZeros().toPlainString();
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
}
