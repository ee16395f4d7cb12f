package io.hayate.venue.mirror;

import java.util.EnumMap;
import java.util.Map;
import org.agrona.collections.MutableLong;

/** How often a {@link MirrorFeed} has met what. Venue thread. */
public final class MirrorCounts {
    private final Map<MirrorCount, MutableLong> counts = new EnumMap<>(MirrorCount.class);
    private String example = "";

    MirrorCounts() {
        for (MirrorCount what : MirrorCount.values()) {
            counts.put(what, new MutableLong());
        }
    }

    /** What was counted elsewhere, and the example that was kept there. */
    public static MirrorCounts of(Map<MirrorCount, Long> counted, String kept) {
        MirrorCounts counts = new MirrorCounts();
        counted.forEach(counts::add);
        counts.example = kept;
        return counts;
    }

    void add(MirrorCount what, long count) {
        counts.get(what).addAndGet(count);
    }

    /** Keeps the first of all texts that could not be read. */
    void broken(String text) {
        if (counts.get(MirrorCount.BROKEN).getAndIncrement() == 0) {
            example = text;
        }
    }

    /** So many so far. */
    public long of(MirrorCount what) {
        return counts.get(what).get();
    }

    /** The begin of the first text that could not be read; empty when there was none. */
    public String example() {
        return example;
    }
}
