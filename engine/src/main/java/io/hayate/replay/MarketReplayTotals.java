package io.hayate.replay;

import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import java.util.Map;
import java.util.TreeMap;

/** What came of a replay of market data. One thread. */
public final class MarketReplayTotals {
    private final Map<String, Long> decisions = new TreeMap<>();
    private Counters counters;
    private long leftOut;
    private long missed;
    private long events;

    MarketReplayTotals() {}

    void onLeftOut() {
        leftOut++;
    }

    void onMissed(long texts) {
        missed += texts;
    }

    void onDecision(String verdict) {
        decisions.merge(verdict, 1L, Long::sum);
    }

    MarketReplayTotals end(Counters counted, long handled) {
        counters = counted;
        events = handled;
        return this;
    }

    /** How often something was counted in the path. */
    public long count(Counter counter) {
        return counters.get(counter);
    }

    /** Orders that the strategy asked for, by the gate's verdict. */
    public Map<String, Long> decisions() {
        return decisions;
    }

    /** Texts of an account, and answers to requests that are not made now. */
    public long leftOut() {
        return leftOut;
    }

    /** Texts that came while the engine waited to connect anew, more than are kept. */
    public long missed() {
        return missed;
    }

    /** Events that the strategy's side has handled. */
    public long events() {
        return events;
    }
}
