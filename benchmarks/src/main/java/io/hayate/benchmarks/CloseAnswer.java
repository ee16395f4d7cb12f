package io.hayate.benchmarks;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * The venue's last word on an order, that it was canceled without a fill. The text stays; the two
 * numbers in it are written over, so that an answer allocates nothing.
 */
final class CloseAnswer {
    private static final int DIGITS = 14;
    private static final String HEAD = "[0,\"oc\",[";
    private static final String BETWEEN = ",null,";
    private static final String TAIL =
            ",\"tBTCUSD\",1795435200000,1795435200005,0.001,0.001,\"EXCHANGE MARKET\",null,null,null,"
                    + "0,\"CANCELED\",null,null,86717,0,0,0,null,null,null,0,0,null,null,null,"
                    + "\"API>BFX\",null,null,null]]";
    private static final int ORDER_ID_INDEX = HEAD.length();
    private static final int CLIENT_ORDER_ID_INDEX = ORDER_ID_INDEX + DIGITS + BETWEEN.length();

    private final String text = HEAD + "0".repeat(DIGITS) + BETWEEN + "0".repeat(DIGITS) + TAIL;
    private final UnsafeBuffer frame = TickToOrderRig.frame(text);

    /** The frame about the order with this number of ours, of 14 digits; the venue's is the same. */
    UnsafeBuffer to(long clientOrderId) {
        put(ORDER_ID_INDEX, clientOrderId);
        put(CLIENT_ORDER_ID_INDEX, clientOrderId);
        return frame;
    }

    private void put(int index, long number) {
        long rest = number;
        for (int i = index + DIGITS - 1; i >= index; i--) {
            frame.putByte(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }

    int length() {
        return text.length();
    }
}
