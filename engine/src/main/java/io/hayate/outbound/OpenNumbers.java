package io.hayate.outbound;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The numbers of our open orders, for threads beside the strategy's: who has to cancel them while that
 * thread does not turn finds here which they are. A place for each order that is kept.
 *
 * <pre>place = client order id 8, 0 while none is open | order id 8 | UTC day of its creation 8</pre>
 *
 * <p>One thread writes, any thread reads. Waits for nothing; writing allocates nothing.
 */
public final class OpenNumbers {
    private static final int ORDER_ID = 1;
    private static final int DAY = 2;
    private static final int PLACE_LONGS = 3;

    private final AtomicLongArray numbers;
    private final KillSteps killSteps = new KillSteps();

    /** Takes what is open. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one order.
         *
         * @param orderId the venue's number; 0 while it is not known
         * @param epochDay UTC day of its creation, in days since 1970
         */
        void onOpen(long clientOrderId, long orderId, long epochDay);
    }

    /** Places for so many orders. */
    public OpenNumbers(int capacity) {
        numbers = new AtomicLongArray(capacity * PLACE_LONGS);
    }

    /** What such a thread has done about them, for the journal. */
    public KillSteps killSteps() {
        return killSteps;
    }

    /** How many orders find a place. */
    public int capacity() {
        return numbers.length() / PLACE_LONGS;
    }

    /** Writing thread: an order is open. */
    public void begin(int place, long clientOrderId, long orderId, long epochDay) {
        int at = place * PLACE_LONGS;
        numbers.lazySet(at, 0); // a reader sees a place whole, or not at all
        numbers.lazySet(at + ORDER_ID, orderId);
        numbers.lazySet(at + DAY, epochDay);
        numbers.lazySet(at, clientOrderId);
    }

    /** Writing thread: the venue has told its number. */
    public void orderId(int place, long orderId) {
        numbers.lazySet(place * PLACE_LONGS + ORDER_ID, orderId);
    }

    /** Writing thread: the venue has told the day of its creation. */
    public void epochDay(int place, long day) {
        numbers.lazySet(place * PLACE_LONGS + DAY, day);
    }

    /** Writing thread: it is not open any more. */
    public void end(int place) {
        numbers.lazySet(place * PLACE_LONGS, 0);
    }

    /** True for an open order with this number of the venue's or, where that is not known, with ours. */
    public boolean contains(long clientOrderId, long orderId) {
        boolean[] isFound = new boolean[1];
        forEach(
                (ours, venues, day) ->
                        isFound[0] |= venues == 0 ? ours == clientOrderId : venues == orderId);
        return isFound[0];
    }

    /** Gives each that is open to the taker. */
    public void forEach(Taker taker) {
        for (int at = 0; at < numbers.length(); at += PLACE_LONGS) {
            long clientOrderId = numbers.get(at);
            if (clientOrderId != 0) {
                long orderId = numbers.get(at + ORDER_ID);
                long day = numbers.get(at + DAY);
                if (numbers.get(at) == clientOrderId) { // else the place is another order's by now
                    taker.onOpen(clientOrderId, orderId, day);
                }
            }
        }
    }
}
