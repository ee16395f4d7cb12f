package io.hayate.replay.compare;

import java.util.Map;
import java.util.TreeMap;

/** What each connection was sent, by each thread that sends on it. One thread. */
public final class SentByAll {
    private static final String ORDERS = "[0,\"o"; // the strategy's side sends no other text

    private final Map<Integer, SentTexts> sent = new TreeMap<>(); // by connection and thread
    private final boolean isSplit;

    /**
     * Nothing so far.
     *
     * @param isSplit true where the strategy's side had a thread of its own
     */
    public SentByAll(boolean isSplit) {
        this.isSplit = isSplit;
    }

    /** What the thread that sends this text has sent on this connection. */
    public SentTexts of(int connection, String text) {
        boolean isOrders = isSplit && text.startsWith(ORDERS);
        int place = 2 * connection + (isOrders ? 1 : 0);
        return sent.computeIfAbsent(place, number -> new SentTexts());
    }

    /** What has waited for its like since before this time, in words; empty for nothing. */
    public String overdue(long timeNs) {
        for (SentTexts texts : sent.values()) {
            String found = texts.overdue(timeNs, timeNs);
            if (found != null) {
                return found;
            }
        }
        return "";
    }

    /** How many texts were the same. */
    public long equal() {
        return sent.values().stream().mapToLong(SentTexts::equal).sum();
    }
}
