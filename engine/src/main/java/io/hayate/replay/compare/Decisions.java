package io.hayate.replay.compare;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was decided of orders, when it was recorded and now, one after the other. One thread. */
public final class Decisions {
    private final Deque<String> recorded = new ArrayDeque<>();
    private final Deque<String> places = new ArrayDeque<>();
    private final Deque<String> now = new ArrayDeque<>();
    private long equal;

    /** A decision as a recording has it. */
    public static String text(long event, String verdict, long clientOrderId) {
        String id = clientOrderId == 0 ? "" : ",\"id\":" + clientOrderId;
        return "{\"event\":" + event + ",\"verdict\":\"" + verdict + "\"" + id + "}";
    }

    /** How many were the same. */
    public long equal() {
        return equal;
    }

    /** A decision of the recording; answers what differs, in words, or null. */
    public String onRecorded(String decision, String place) {
        recorded.addLast(decision);
        places.addLast(place);
        return compare();
    }

    /** A decision of now; answers what differs, in words, or null. */
    public String onNow(String decision) {
        now.addLast(decision);
        return compare();
    }

    private String compare() {
        while (!recorded.isEmpty() && !now.isEmpty()) {
            String was = recorded.removeFirst();
            String is = now.removeFirst();
            String place = places.removeFirst();
            if (!was.equals(is)) {
                return place + ": was decided: " + was + "\nis decided now: " + is;
            }
            equal++;
        }
        return null;
    }
}
