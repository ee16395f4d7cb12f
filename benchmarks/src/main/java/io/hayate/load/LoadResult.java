package io.hayate.load;

import io.hayate.metrics.AllocationMeter;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was found; filled in as the run goes. */
final class LoadResult {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Burst> bursts = new ArrayList<>();
    private Steady steady;
    private List<String> words = List.of();

    LoadResult(int channels, long connections) {
        figures.put("channels", channels);
        figures.put("connections", connections);
    }

    void steady(Steady value) {
        steady = value;
    }

    Steady steady() {
        return steady;
    }

    void add(Burst burst) {
        bursts.add(burst);
    }

    List<Burst> bursts() {
        return bursts;
    }

    void words(List<String> said) {
        words = said;
    }

    List<String> words() {
        return words;
    }

    void steadyAllocations(AllocationMeter meter) {
        figures.put("bytesPerEvent", meter.bytesPerEvent().orElse(-1));
        figures.put("bytes", meter.bytes());
        figures.put("steadyEvents", meter.events());
    }

    void burstAllocations(AllocationMeter meter) {
        figures.put("bytesWithBursts", meter.bytes());
        figures.put("eventsWithBursts", meter.events());
    }

    /** The sums at the end, once the venue stands still. */
    void end(EngineFigures from, LoadStrategy strategy, long lost, long skipped, long ageMaxUs) {
        figures.put("frames", from.get(Counter.FRAMES));
        figures.put("events", from.get(Counter.EVENTS));
        figures.put("lost", lost);
        figures.put("sequenceGaps", from.get(Counter.SEQUENCE_GAPS));
        figures.put("malformed", from.get(Counter.FRAMES_MALFORMED));
        figures.put("unknown", from.get(Counter.FRAMES_UNKNOWN) + from.get(Counter.TYPES_UNKNOWN));
        figures.put("checksumsPassed", from.get(Figure.CHECKSUMS_PASSED));
        figures.put("checksumsFailed", from.get(Figure.CHECKSUMS_FAILED));
        figures.put("checksumsSkipped", from.get(Figure.CHECKSUMS_SKIPPED));
        figures.put("resyncs", from.get(Counter.RESYNCS));
        figures.put("reconnects", from.get(Counter.RECONNECTS));
        figures.put("readsPaused", from.get(Counter.READS_PAUSED));
        figures.put("conflated", from.get(Figure.CONFLATED));
        figures.put("dropped", from.get(Counter.UPDATES_DROPPED));
        figures.put("strategyExceptions", from.get(Counter.STRATEGY_EXCEPTIONS));
        figures.put("healthyChannels", from.healthyChannels());
        figures.put("tickersTold", strategy.tickers());
        figures.put("tradesTold", strategy.trades());
        figures.put("booksTold", strategy.books());
        figures.put("toldUnhealthy", strategy.unhealthy());
        figures.put("venueSkipped", skipped);
        figures.put("ageMaxUs", ageMaxUs);
        figures.put("sum", strategy.sum());
    }

    boolean allHealthy() {
        return get("healthyChannels") == get("channels");
    }

    void put(String name, Object value) {
        figures.put(name, value);
    }

    long get(String name) {
        return ((Number) figures.get(name)).longValue();
    }

    double real(String name) {
        return ((Number) figures.get(name)).doubleValue();
    }

    Map<String, Object> figures() {
        return figures;
    }
}
