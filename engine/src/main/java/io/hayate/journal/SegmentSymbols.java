package io.hayate.journal;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.util.Arrays;
import java.util.Map;

/** Which instruments a segment has named already, and what it calls strategies. One thread; allocates nothing. */
final class SegmentSymbols {
    private static final int ID_BITS = 6; // a word of bits holds 64

    private final Instruments instruments;
    private final String[] strategies; // by number
    private final long[] named = new long[Instruments.COUNT_MAX >> ID_BITS];

    SegmentSymbols(Instruments instruments, Map<Integer, String> strategies) {
        this.instruments = instruments;
        int largest = strategies.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        this.strategies = new String[largest + 1];
        strategies.forEach((number, name) -> this.strategies[number] = name);
    }

    int largestStrategy() {
        return strategies.length - 1;
    }

    /** What the strategy of this number is called; null for a number that none has. */
    String strategy(int number) {
        return strategies[number];
    }

    /** Another segment begins. */
    void clear() {
        Arrays.fill(named, 0);
    }

    /** The symbol that is still to be named; null when it was, or when the number is none. */
    String missing(int instrumentId) {
        Instrument instrument = instruments.get(instrumentId);
        boolean isMissing =
                instrument != null && (named[instrumentId >> ID_BITS] & bit(instrumentId)) == 0;
        return isMissing ? instrument.symbol() : null;
    }

    void onNamed(int instrumentId) {
        named[instrumentId >> ID_BITS] |= bit(instrumentId);
    }

    private static long bit(int instrumentId) {
        return 1L << instrumentId; // its lower six bits count
    }
}
