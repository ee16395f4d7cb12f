package io.hayate.rehearsal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Random;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the venue of a {@link WarmPath} says, each text in a WebSocket frame, made before the start. One
 * thread; giving a ticker or an answer allocates nothing.
 */
final class WarmTexts {
    private static final int CHANNEL = 17_470;
    private static final int TICKERS = 64; // a power of two; some 10 KB
    private static final int SEED = 1;
    private static final double PRICE = 100_000;
    private static final int SPREAD = 1_000;
    private static final int DIGITS = 14;
    private static final String ID = "0".repeat(DIGITS);
    private static final String HEAD = "[0,\"oc\",[";
    private static final String BETWEEN = ",null,";
    private static final String TAIL =
            ",\""
                    + RehearsedChannels.MARKET
                    + "\",1795435200000,1795435200005,0.001,0.001,\"EXCHANGE MARKET\",null,null,null,0,"
                    + "\"CANCELED\",null,null,86717,0,0,0,null,null,null,0,0,null,null,null,"
                    + "\"API>BFX\",null,null,null]]";

    private static final int FRAME_HEAD_BYTES = 4;
    private static final int SHORT_FRAME_HEAD_BYTES = 2;
    private static final int SHORT_MAX = 125;
    private static final int LENGTH_IN_16_BITS = 126;
    private static final byte WHOLE_TEXT = (byte) 0x81;
    private static final int SLACK_BYTES = 64; // a decoder reads some bytes behind a text

    private final UnsafeBuffer[] tickers = new UnsafeBuffer[TICKERS];
    private final UnsafeBuffer closed = frame(HEAD + ID + BETWEEN + ID + TAIL);
    private int next;

    WarmTexts() {
        Random random = new Random(SEED);
        for (int i = 0; i < TICKERS; i++) {
            tickers[i] = frame(ticker(random, PRICE + random.nextInt(SPREAD)));
        }
    }

    private static String ticker(Random random, double last) {
        return String.format(
                Locale.ROOT,
                "[%d,[%.1f,%.8f,%.1f,%.8f,%d,%.8f,%.0f,%.8f,%.0f,%.0f]]",
                CHANNEL,
                last - 1,
                random.nextDouble() * 50,
                last + 1,
                random.nextDouble() * 50,
                random.nextInt(4_000) - 2_000,
                random.nextDouble() / 10,
                last,
                random.nextDouble() * 9_000,
                last + 2_000,
                last - 2_000);
    }

    /** How a connection begins: info, the account, and one ticker. */
    static UnsafeBuffer[] beginning() {
        return new UnsafeBuffer[] {
            frame("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}"),
            frame("{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0}"),
            frame("[0,\"ps\",[]]"),
            frame("[0,\"ws\",[]]"),
            frame("[0,\"os\",[]]"),
            frame(
                    "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":"
                            + CHANNEL
                            + ",\"symbol\":\""
                            + RehearsedChannels.MARKET
                            + "\"}")
        };
    }

    private static UnsafeBuffer frame(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        boolean isShort = bytes.length <= SHORT_MAX;
        int head = isShort ? SHORT_FRAME_HEAD_BYTES : FRAME_HEAD_BYTES;
        int length = head + bytes.length;
        UnsafeBuffer memory =
                new UnsafeBuffer(BufferUtil.allocateDirectAligned(length + SLACK_BYTES, 64));
        memory.putByte(0, WHOLE_TEXT);
        memory.putByte(1, (byte) (isShort ? bytes.length : LENGTH_IN_16_BITS));
        if (!isShort) {
            memory.putShort(SHORT_FRAME_HEAD_BYTES, (short) bytes.length, ByteOrder.BIG_ENDIAN);
        }
        memory.putBytes(head, bytes);
        return new UnsafeBuffer(memory, 0, length);
    }

    /** The next ticker. */
    UnsafeBuffer ticker() {
        next++;
        return tickers[next & (TICKERS - 1)];
    }

    /** Says that an order has ended without a fill; valid until the next such call. */
    UnsafeBuffer closed(long clientOrderId) {
        int first = FRAME_HEAD_BYTES + HEAD.length();
        put(closed, first, clientOrderId);
        put(closed, first + DIGITS + BETWEEN.length(), clientOrderId);
        return closed;
    }

    private static void put(MutableDirectBuffer target, int index, long number) {
        long rest = number;
        for (int at = index + DIGITS - 1; at >= index; at--) {
            target.putByte(at, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
