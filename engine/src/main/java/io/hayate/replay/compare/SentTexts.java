package io.hayate.replay.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.DirectBuffer;

/**
 * What one connection was sent, when it was recorded and now: both in their order, compared text by text.
 * One thread.
 */
public final class SentTexts {
    private static final String AUTH = "{\"event\":\"auth\""; // its nonce and signature are others
    private static final int WAITING_MAX = 4_096;

    /**
     * A text that waits for its like.
     *
     * @param place in the recording; empty for one of now
     */
    public record Sent(String text, long timeNs, String place) {}

    private final Deque<Sent> recorded = new ArrayDeque<>();
    private final Deque<Sent> now = new ArrayDeque<>();
    private long equal;

    /** A text of the recording; answers what differs, in words, or null. */
    public String onRecorded(Sent sent) {
        recorded.addLast(sent);
        return compare();
    }

    /** A text of now; answers what differs, in words, or null. */
    public String onNow(Sent sent) {
        now.addLast(sent);
        return compare();
    }

    private String compare() {
        while (!recorded.isEmpty() && !now.isEmpty()) {
            Sent was = recorded.removeFirst();
            Sent is = now.removeFirst();
            if (!isAlike(was.text(), is.text())) {
                return was.place() + ": was sent: " + was.text() + "\nis sent now: " + is.text();
            }
            equal++;
        }
        return recorded.size() > WAITING_MAX || now.size() > WAITING_MAX ? overdue(0, 0) : null;
    }

    private static boolean isAlike(String was, String is) {
        return was.equals(is) || (was.startsWith(AUTH) && is.startsWith(AUTH));
    }

    /** What has waited for its like since before these times, in words, or null. */
    public String overdue(long recordedNs, long nowNs) {
        Sent was = recorded.peekFirst();
        if (was != null && (was.timeNs() < recordedNs || recorded.size() > WAITING_MAX)) {
            return was.place() + ": was sent, and is not now: " + was.text();
        }
        Sent is = now.peekFirst();
        if (is != null && (is.timeNs() < nowNs || now.size() > WAITING_MAX)) {
            return "is sent now, and was not: " + is.text();
        }
        return null;
    }

    /** True while a text of the recording waits for its like. */
    public boolean isAwaited() {
        return !recorded.isEmpty();
    }

    /** True while a text of now waits for its like. */
    public boolean isSentNow() {
        return !now.isEmpty();
    }

    /** How many were the same. */
    public long equal() {
        return equal;
    }

    /** The text of a buffer. */
    public static String text(DirectBuffer buffer, int offset, int length) {
        return buffer.getStringWithoutLengthUtf8(offset, length);
    }
}
