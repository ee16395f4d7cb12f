package io.hayate.recording.tool;

import io.hayate.recording.RecordedEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One connection of a recording, as far as it has been read. */
final class HeardConnection {
    static final long NO_SEQUENCE = -1;

    private final int number;
    private final boolean isPublic;
    private final boolean isPaper;
    private final Map<Long, HeardChannel> channels = new LinkedHashMap<>();
    private final Map<Long, UnnamedChannel> unnamed = new HashMap<>();
    private final Set<Long> left = new HashSet<>();
    private final Map<String, byte[]> control = new LinkedHashMap<>();
    private long lastTimeNs = Long.MIN_VALUE;
    private long lastSentNs = Long.MIN_VALUE;
    private long lastSequence = NO_SEQUENCE;
    private long flags;

    /** The connection of an entry, which opens it, or is the first that is told of it. */
    HeardConnection(RecordedEntry entry) {
        number = entry.connection();
        isPublic = entry.isPublic();
        isPaper = entry.isPaper();
    }

    int number() {
        return number;
    }

    boolean isPublic() {
        return isPublic;
    }

    /** True where its account lay in the process of the run. */
    boolean isPaper() {
        return isPaper;
    }

    /** By the exchange's numbers, in the order in which they were subscribed. */
    Map<Long, HeardChannel> channels() {
        return channels;
    }

    /** Those that have data and were never subscribed here, by the exchange's numbers. */
    Map<Long, UnnamedChannel> unnamed() {
        return unnamed;
    }

    /** The latest event of each kind that says how the connection is: info, conf, auth. */
    Map<String, byte[]> control() {
        return control;
    }

    void leave(long channelId) {
        channels.remove(channelId);
        left.add(channelId);
    }

    /** True for a channel that was unsubscribed here: what was under way may still come. */
    boolean hasLeft(long channelId) {
        return left.contains(channelId);
    }

    /**
     * Takes the time of an entry; false when it is before the last one. What is sent within a read comes
     * later than the read, whose other texts have its time.
     */
    boolean isInOrder(long timeNs, boolean isSent) {
        if (isSent) {
            boolean isLater = timeNs >= lastSentNs && timeNs >= lastTimeNs;
            lastSentNs = timeNs;
            return isLater;
        }
        boolean is = timeNs >= lastTimeNs;
        lastTimeNs = timeNs;
        return is;
    }

    long lastSequence() {
        return lastSequence;
    }

    void lastSequence(long sequence) {
        lastSequence = sequence;
    }

    long flags() {
        return flags;
    }

    void flags(long sum) {
        flags = sum;
    }

    /** Something may be missing: no book is known any more. */
    void onMissed() {
        for (HeardChannel each : channels.values()) {
            if (each.book() != null) {
                each.book().onMissed();
            }
        }
    }
}
