package io.hayate.simulation;

import io.hayate.model.ConfigException;
import io.hayate.model.Durations;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long messages are under way between the engine and the exchange, each way:
 *
 * <pre>
 * 10ms            always so
 * 10ms+5ms        and an exponential tail from a seed, of this mean
 * recorded        as the recording has it: receipt - the exchange's time - the least of those
 * recorded+10ms   and this on top, which no recording tells
 * </pre>
 *
 * @param leastMs the shortest
 * @param tailMs the mean of the tail; 0 for none
 * @param isRecorded what varies is the recording's
 */
public record LatencySpec(long leastMs, long tailMs, boolean isRecorded) {
    /** Ten milliseconds, always. */
    public static final LatencySpec DEFAULT = new LatencySpec(10, 0, false);

    private static final String RECORDED = "recorded";
    private static final long MOST_MS = 60_000;

    /**
     * What a person has written.
     *
     * @param key how a complaint names it
     */
    public static LatencySpec parse(String key, String text) {
        String[] parts = text.split("\\+", -1);
        boolean isRecorded = parts[0].equals(RECORDED);
        long first = isRecorded ? 0 : Durations.parseMs(parts[0]);
        long second = parts.length > 1 ? Durations.parseMs(parts[1]) : 0;
        if (parts.length > 2 || first < 0 || second < 0 || first + second > MOST_MS) {
            throw new ConfigException(
                    key
                            + " must be 10ms, 10ms+5ms, recorded or recorded+10ms, up to a minute:"
                            + " was "
                            + text);
        }
        return isRecorded
                ? new LatencySpec(second, 0, true)
                : new LatencySpec(first, second, false);
    }

    /**
     * A model of one way.
     *
     * @param recordedNs what the recording has now; asked for each message of a recorded model
     */
    public LatencyModel model(long seed, LongSupplier recordedNs) {
        long leastNs = TimeUnit.MILLISECONDS.toNanos(leastMs);
        if (isRecorded) {
            return () -> leastNs + recordedNs.getAsLong();
        }
        return tailMs == 0
                ? LatencyModel.constant(leastNs)
                : LatencyModel.exponential(leastNs, TimeUnit.MILLISECONDS.toNanos(tailMs), seed);
    }

    @Override
    public String toString() {
        String tail = tailMs == 0 ? "" : " + " + tailMs + " ms on average";
        return isRecorded
                ? "recorded" + (leastMs == 0 ? "" : " + " + leastMs + " ms")
                : leastMs + " ms" + tail;
    }
}
