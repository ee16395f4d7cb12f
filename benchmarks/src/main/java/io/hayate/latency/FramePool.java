package io.hayate.latency;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Ticker frames, made before they are needed, header and all. A trigger is one whose BID, ASK and
 * LAST are overwritten as it leaves. The channels take turns. Allocates nothing after construction.
 */
final class FramePool {
    private static final int POOL = 8_192; // so many that no branch predictor learns them
    private static final int FRAME_BYTES_MAX = 256;
    private static final String ID = Integer.toString(Triggers.FIRST_ID);
    private static final int LONG_PAYLOAD = 126;

    private final Random random;
    private final int count;
    private final ByteBuffer ordinary;
    private final int[] ordinaryAt;
    private final ByteBuffer triggers;
    private final int[] triggerAt;
    private final int[] bidAt;
    private final int[] askAt;
    private final int[] lastAt;
    private int next;

    FramePool(int[] channels, long seed) {
        random = new Random(seed);
        count = (POOL + channels.length - 1) / channels.length * channels.length;
        ordinary = ByteBuffer.allocateDirect(count * FRAME_BYTES_MAX);
        triggers = ByteBuffer.allocateDirect(count * FRAME_BYTES_MAX);
        ordinaryAt = new int[count + 1];
        triggerAt = new int[count + 1];
        bidAt = new int[count];
        askAt = new int[count];
        lastAt = new int[count];
        for (int i = 0; i < count; i++) {
            int channel = channels[i % channels.length];
            put(ordinary, ordinaryText(channel, random));
            ordinaryAt[i + 1] = ordinary.position();
            putTrigger(i, channel);
        }
    }

    private void putTrigger(int index, int channel) {
        String text = text(channel, ID, ID, ID, random);
        put(triggers, text);
        triggerAt[index + 1] = triggers.position();
        int end = triggerAt[index + 1] - triggerAt[index];
        int textAt = end - text.length();
        int bid = text.indexOf("[" + ID) + 1;
        int ask = text.indexOf("," + ID + ",", bid) + 1;
        bidAt[index] = textAt + bid;
        askAt[index] = textAt + ask;
        lastAt[index] = textAt + text.indexOf("," + ID + ",", ask) + 1;
    }

    /** A ticker that asks for no order; for snapshots, too. */
    static String ordinaryText(int channel, Random random) {
        long last = 9_700_000L + random.nextInt(100_000);
        String ask = decimal(last + 1 + random.nextInt(50), 2);
        return text(channel, decimal(last - random.nextInt(50), 2), ask, decimal(last, 2), random);
    }

    private static String text(int channel, String bid, String ask, String last, Random random) {
        long high = 9_900_000L + random.nextInt(100_000);
        String[] numbers = {
            bid,
            decimal(1 + random.nextInt(2_000_000_000), 8),
            ask,
            decimal(1 + random.nextInt(2_000_000_000), 8),
            decimal(random.nextInt(400_000) - 200_000, 2),
            decimal(random.nextInt(1_200) - 600, 4),
            last,
            decimal(100_000_000_000L + (long) (random.nextDouble() * 200_000_000_000L), 8),
            decimal(high, 2),
            decimal(high - 500_000, 2)
        };
        return "[" + channel + ",[" + String.join(",", numbers) + "]]";
    }

    /** As the venue writes numbers: no zero at the end of a fraction. */
    private static String decimal(long unscaled, int scale) {
        return BigDecimal.valueOf(unscaled, scale).stripTrailingZeros().toPlainString();
    }

    /** Writes an unmasked text frame. */
    static void put(ByteBuffer out, String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        putHeader(out, payload.length);
        out.put(payload);
    }

    /** Writes the header of an unmasked text frame of at most 65,535 bytes. */
    static void putHeader(ByteBuffer out, int length) {
        out.put((byte) 0x81);
        if (length < LONG_PAYLOAD) {
            out.put((byte) length);
        } else {
            out.put((byte) LONG_PAYLOAD).putShort((short) length);
        }
    }

    /** Appends the next channel's ticker. */
    void putOrdinary(ByteBuffer out) {
        append(out, ordinary, ordinaryAt[next], ordinaryAt[next + 1]);
        step();
    }

    /** Appends the next channel's ticker, made a trigger. */
    void putTrigger(ByteBuffer out, int id) {
        int start = out.position();
        append(out, triggers, triggerAt[next], triggerAt[next + 1]);
        putDigits(out, start + bidAt[next], id);
        putDigits(out, start + askAt[next], id + 1);
        putDigits(out, start + lastAt[next], id);
        step();
    }

    private static void append(ByteBuffer out, ByteBuffer from, int begin, int end) {
        int at = out.position();
        out.put(at, from, begin, end - begin);
        out.position(at + end - begin);
    }

    private static void putDigits(ByteBuffer out, int at, int value) {
        int rest = value;
        for (int i = at + ID.length() - 1; i >= at; i--) {
            out.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }

    private void step() {
        next = next + 1 == count ? 0 : next + 1;
    }
}
