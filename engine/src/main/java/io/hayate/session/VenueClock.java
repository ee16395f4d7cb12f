package io.hayate.session;

/**
 * How far the venue's clock is from ours, found from pings: the answer that came back fastest of the
 * last few tells most. Loops write, a few times a minute; any thread reads.
 */
public final class VenueClock {
    private static final int SAMPLES = 16;
    private static final double NS_PER_MS = 1e6;

    private final double[] offsetsMs = new double[SAMPLES];
    private final double[] roundTripsMs = new double[SAMPLES];
    private int count;
    private volatile double clockOffsetMs = Double.NaN;
    private volatile double roundTripMs = Double.NaN;

    /**
     * Takes an answer.
     *
     * @param roundTripNs from our question to its answer
     * @param receivedMs when the answer came, by our clock
     * @param venueMs what the venue's clock said meanwhile
     */
    synchronized void onPong(long roundTripNs, long receivedMs, long venueMs) {
        int at = count % SAMPLES;
        roundTripsMs[at] = roundTripNs / NS_PER_MS;
        offsetsMs[at] = venueMs - (receivedMs - roundTripsMs[at] / 2);
        count++;
        int best = 0;
        for (int i = 1; i < Math.min(count, SAMPLES); i++) {
            best = roundTripsMs[i] < roundTripsMs[best] ? i : best;
        }
        clockOffsetMs = offsetsMs[best];
        roundTripMs = roundTripsMs[best];
    }

    /** The venue's clock less ours, in ms, within half of {@link #roundTripMs}; NaN while unknown. */
    public double clockOffsetMs() {
        return clockOffsetMs;
    }

    /** The fastest way there and back of the last few, in ms; NaN while unknown. */
    public double roundTripMs() {
        return roundTripMs;
    }
}
