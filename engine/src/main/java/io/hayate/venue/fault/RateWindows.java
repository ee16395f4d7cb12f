package io.hayate.venue.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what each connection or account did within the last time: so many of them at most. */
final class RateWindows {
    private static final int KEPT_MAX = 1_000;
    private static final int TIMES_MAX = 10_000;

    private final Map<String, Deque<Long>> times = new LinkedHashMap<>();

    /** One more: true when it is beyond so many within so long. */
    boolean isBeyond(String who, int most, long withinNs, long nowNs) {
        Deque<Long> recent = times.computeIfAbsent(who, key -> new ArrayDeque<>());
        if (times.size() > KEPT_MAX) {
            times.remove(times.keySet().iterator().next());
        }
        while (!recent.isEmpty() && nowNs - recent.peekFirst() >= withinNs) {
            recent.removeFirst();
        }
        if (recent.size() >= Math.min(most, TIMES_MAX)) {
            return true;
        }
        recent.addLast(nowNs);
        return false;
    }
}
