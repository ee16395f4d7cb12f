package io.hayate.load;

/**
 * What the time without bursts came to.
 *
 * @param frames that the engine read
 * @param events that it handed to the strategy
 * @param venuePercent of one core that the venue's thread used
 * @param enginePercent of one core that the trading threads used together
 * @param behindMax most frames that were sent and not yet read
 * @param ageMaxUs oldest event that waited for the strategy
 * @param leftOut updates that a later one replaced, or for which the ring had no room
 */
record Steady(
        double seconds,
        long frames,
        long events,
        double venuePercent,
        double enginePercent,
        long behindMax,
        long ageMaxUs,
        long leftOut) {
    double rate() {
        return frames / seconds;
    }
}
