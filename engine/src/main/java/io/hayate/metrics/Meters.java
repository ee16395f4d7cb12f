package io.hayate.metrics;

/**
 * What is measured of a trading path. The path's threads write, any thread reads.
 *
 * @param counters of all that happens
 * @param statistics figures of each channel
 * @param incidents what went wrong, with examples
 * @param tickToTrade times from tick to order
 */
public record Meters(
        Counters counters,
        ChannelStatistics statistics,
        Incidents incidents,
        TickToTrade tickToTrade) {
    /** Meters on the heap that stand at zero, with room for so many channels. */
    public static Meters onHeap(int channels) {
        return new Meters(
                new Counters(),
                new ChannelStatistics(channels),
                new Incidents(),
                new TickToTrade());
    }

    /** Meters that stand at zero, in a memory that others may read: of one engine. */
    public static Meters in(CountersMemory memory) {
        return new Meters(
                new Counters(memory),
                new ChannelStatistics(memory),
                new Incidents(),
                new TickToTrade());
    }
}
