package io.hayate.intake;

/**
 * How far the venue's clock is from ours, found from pings: the answer that came back fastest of the
 * last few tells most. It is kept against the monotonic clock, which no step of the wall clock moves.
 * When one of the clocks has moved against another, all that was known before is worthless: a step that
 * is seen here says so, and so does an answer that the estimate cannot be true of.
 *
 * <p>Loops write, a few times a minute; any thread reads.
 */
public final class VenueClock {
    private static final int SAMPLES = 16;
    private static final double NS_PER_MS = 1e6;
    private static final double RESOLUTION_MS = 2; // both clocks are told in whole ms

    private final double[] offsetsMs = new double[SAMPLES];
    private final double[] zerosMs = new double[SAMPLES];
    private final double[] roundTripsMs = new double[SAMPLES];
    private int count;
    private int best;
    private volatile double clockOffsetMs = Double.NaN;
    private volatile double zeroMs = Double.NaN;
    private volatile double roundTripMs = Double.NaN;
    private volatile int steps;
    private volatile boolean lastStepWasAhead;

    /**
     * Takes an answer.
     *
     * @param roundTripNs from our question to its answer
     * @param receivedNs when the answer came, by the monotonic clock
     * @param receivedMs the same by the wall clock
     * @param venueMs what the venue's clock said meanwhile
     */
    public synchronized void onPong(
            long roundTripNs, long receivedNs, long receivedMs, long venueMs) {
        double tripMs = roundTripNs / NS_PER_MS;
        double sinceMs = venueMs + tripMs / 2; // what the venue's clock shows as the answer comes
        double zero = sinceMs - receivedNs / NS_PER_MS;
        if (count > 0 && !agrees(zero, tripMs)) {
            count = 0;
        }
        int at = count % SAMPLES;
        roundTripsMs[at] = tripMs;
        zerosMs[at] = zero;
        offsetsMs[at] = sinceMs - receivedMs;
        count++;
        tellBest();
    }

    /** True while what was known and an answer can both be true. */
    private boolean agrees(double zero, double tripMs) {
        double doubtMs = (tripMs + roundTripsMs[best]) / 2 + RESOLUTION_MS;
        return Math.abs(zero - zerosMs[best]) <= doubtMs;
    }

    private void tellBest() {
        best = 0;
        for (int i = 1; i < Math.min(count, SAMPLES); i++) {
            best = roundTripsMs[i] < roundTripsMs[best] ? i : best;
        }
        clockOffsetMs = offsetsMs[best];
        roundTripMs = roundTripsMs[best];
        zeroMs = zerosMs[best];
    }

    /** One of our clocks has stepped: nothing is known until the next answer. */
    public synchronized void onStep(boolean isAhead) {
        count = 0;
        clockOffsetMs = Double.NaN;
        zeroMs = Double.NaN;
        roundTripMs = Double.NaN;
        lastStepWasAhead = isAhead;
        steps++;
    }

    /** How many steps of our clocks were seen; who finds it changed has to begin anew. */
    public int steps() {
        return steps;
    }

    /** True when the last step was one ahead: this machine may have slept. */
    public boolean lastStepWasAhead() {
        return lastStepWasAhead;
    }

    /** What the venue's clock shows at time 0 of the monotonic clock, in ms; NaN while unknown. */
    public double zeroMs() {
        return zeroMs;
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
