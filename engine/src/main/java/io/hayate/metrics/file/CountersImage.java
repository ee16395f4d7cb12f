package io.hayate.metrics.file;

import io.hayate.metrics.ChannelStatistics;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was read of a counters' memory at one moment: immutable, and all of it checked. What the metrics
 * thread writes is as of one moment; what trading threads write goes on meanwhile, each number whole.
 */
public final class CountersImage {
    private final ImageHeader header;
    private final List<CounterRecord> counters;
    private final List<ChannelRecord> channels;
    private final ChannelStatistics statistics;
    private final List<ErrorRecord> errors;

    CountersImage(
            ImageHeader header,
            List<CounterRecord> counters,
            List<ChannelRecord> channels,
            ChannelStatistics statistics,
            List<ErrorRecord> errors) {
        this.header = header;
        this.counters = List.copyOf(counters);
        this.channels = List.copyOf(channels);
        this.statistics = statistics;
        this.errors = List.copyOf(errors);
    }

    /** Whose it is, and of when. */
    public ImageHeader header() {
        return header;
    }

    /** Every counter but those of channels, in the order in which they were made. */
    public List<CounterRecord> counters() {
        return counters;
    }

    /** Every channel, by number. */
    public List<ChannelRecord> channels() {
        return channels;
    }

    /** Figures of those channels, as they were. */
    public ChannelStatistics statistics() {
        return statistics;
    }

    /** Every distinct error, the one that came last at the end. */
    public List<ErrorRecord> errors() {
        List<ErrorRecord> sorted = new ArrayList<>(errors);
        sorted.sort((one, other) -> Long.compare(one.lastMs(), other.lastMs()));
        return sorted;
    }
}
