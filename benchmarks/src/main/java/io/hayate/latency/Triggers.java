package io.hayate.latency;

/**
 * Which triggers left when, and which of them an order answers.
 *
 * <p>A trigger's number is its LAST price: whole, from {@value #FIRST_ID} up. An order whose client
 * order id is in that range answers the trigger of that number, and none if there is none without
 * answer; any other order answers the oldest. Allocates nothing after construction.
 */
final class Triggers {
    static final int FIRST_ID = 1_000_000;
    static final int IDS = 8_000_000;
    static final int OUTSTANDING_MAX = 1 << 18;
    static final long NONE = -1;

    private static final int MASK = OUTSTANDING_MAX - 1;

    private final long[] sentNs = new long[OUTSTANDING_MAX];
    private final long[] dueNs = new long[OUTSTANDING_MAX];
    private final boolean[] open = new boolean[OUTSTANDING_MAX];
    private long made;
    private long sent;
    private long oldest; // none before it is open
    private int unanswered;

    boolean hasRoom() {
        return made - oldest < OUTSTANDING_MAX;
    }

    /** Makes the next trigger; it counts as sent from {@link #sent} on. */
    int make() {
        int index = (int) (made & MASK);
        open[index] = true;
        unanswered++;
        return FIRST_ID + (int) (made++ % IDS);
    }

    /** All made so far leave now. */
    void sent(long nowNs, long wereDueNs) {
        for (; sent < made; sent++) {
            sentNs[(int) (sent & MASK)] = nowNs;
            dueNs[(int) (sent & MASK)] = wereDueNs;
        }
    }

    /** The running number of the trigger that this order answers, or {@link #NONE}. */
    long answer(long clientOrderId) {
        long number = isTrigger(clientOrderId) ? numberOf(clientOrderId) : oldest;
        if (number < oldest || number >= sent || !open[(int) (number & MASK)]) {
            return NONE;
        }
        open[(int) (number & MASK)] = false;
        unanswered--;
        skipAnswered();
        return number;
    }

    static boolean isTrigger(long clientOrderId) {
        return clientOrderId >= FIRST_ID && clientOrderId < FIRST_ID + IDS;
    }

    /** The latest number with this id. */
    private long numberOf(long id) {
        long first = id - FIRST_ID;
        return made <= first ? NONE : first + (made - 1 - first) / IDS * IDS;
    }

    private void skipAnswered() {
        while (oldest < made && !open[(int) (oldest & MASK)]) {
            oldest++;
        }
    }

    /** Waits for none of them any longer. Returns how many had no answer. */
    int giveUp() {
        int missed = unanswered;
        for (; oldest < made; oldest++) {
            open[(int) (oldest & MASK)] = false;
        }
        sent = made;
        unanswered = 0;
        return missed;
    }

    long made() {
        return made;
    }

    int unanswered() {
        return unanswered;
    }

    long sentNs(long number) {
        return sentNs[(int) (number & MASK)];
    }

    long dueNs(long number) {
        return dueNs[(int) (number & MASK)];
    }
}
