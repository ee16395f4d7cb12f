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
        TickToTrade tickToTrade) {}
