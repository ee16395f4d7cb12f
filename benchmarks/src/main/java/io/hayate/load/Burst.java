package io.hayate.load;

/**
 * What became of one burst.
 *
 * @param seconds how long the venue took for it
 * @param frames what it sent meanwhile
 * @param behindMax most frames that were sent and not yet read
 * @param drainMs from its end until all was read and taken; negative when that did not happen
 * @param healthyMs from its end until every channel was right again; negative when that did not happen
 * @param dropped updates for which the ring had no room
 * @param conflated updates that a later one replaced
 * @param resyncs channels subscribed anew
 */
record Burst(
        double seconds,
        long frames,
        long behindMax,
        long drainMs,
        long healthyMs,
        long dropped,
        long conflated,
        long resyncs) {
    double rate() {
        return frames / seconds;
    }
}
