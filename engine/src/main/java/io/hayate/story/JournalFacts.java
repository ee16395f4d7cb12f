package io.hayate.story;

import io.hayate.journal.JournalEnd;
import java.nio.file.Path;
import java.util.Set;

/**
 * What there is to say of a journal that was read.
 *
 * @param folder where it lies
 * @param end how it ends
 * @param place where the reading stopped and why, where something is wrong; else empty
 * @param pruned when files were removed and up to which, in words; empty when none was
 * @param writer number of the process that writes it; 0 for none that is alive
 * @param strategies what those of several are called that it names
 */
record JournalFacts(
        Path folder,
        Records records,
        JournalEnd end,
        String place,
        String pruned,
        long writer,
        Set<String> strategies) {
    JournalFacts {
        strategies = Set.copyOf(strategies);
    }

    /**
     * Its records.
     *
     * @param first number of the first that is still there; 0 when there is none
     * @param count of those that were read
     * @param lost how many found no place, as it says itself
     * @param runs how many runs of engines wrote them
     * @param lastMs when the last was written, in ms since 1970
     */
    record Records(long first, long count, long lost, int runs, long lastMs) {}

    boolean isDamaged() {
        return end == JournalEnd.DAMAGED;
    }

    boolean isEmpty() {
        return records.count == 0;
    }

    boolean isPruned() {
        return !pruned.isEmpty() || records.first > 1;
    }
}
