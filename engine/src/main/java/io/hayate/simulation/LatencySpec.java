package io.hayate.simulation;

import io.hayate.model.ConfigException;
import io.hayate.model.Durations;
import java.math.BigDecimal;
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
 * @param leastUs the shortest, in microseconds
 * @param tailUs the mean of the tail; 0 for none
 * @param isRecorded what varies is the recording's
 */
public record LatencySpec(long leastUs, long tailUs, boolean isRecorded) {
    /** Ten milliseconds, always. */
    public static final LatencySpec DEFAULT = new LatencySpec(10_000, 0, false);

    private static final String RECORDED = "recorded";
    private static final long MOST_MS = 60_000;
    private static final long US_PER_MS = 1_000;

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
                ? new LatencySpec(second * US_PER_MS, 0, true)
                : new LatencySpec(first * US_PER_MS, second * US_PER_MS, false);
    }

    /** What the recording has, and this on top, which was measured. */
    public static LatencySpec measured(long leastNs) {
        return new LatencySpec(TimeUnit.NANOSECONDS.toMicros(leastNs), 0, true);
    }

    /**
     * A model of one way.
     *
     * @param recordedNs what the recording has now; asked for each message of a recorded model
     */
    public LatencyModel model(long seed, LongSupplier recordedNs) {
        long leastNs = TimeUnit.MICROSECONDS.toNanos(leastUs);
        if (isRecorded) {
            return () -> leastNs + recordedNs.getAsLong();
        }
        return tailUs == 0
                ? LatencyModel.constant(leastNs)
                : LatencyModel.exponential(leastNs, TimeUnit.MICROSECONDS.toNanos(tailUs), seed);
    }

    @Override
    public String toString() {
        String tail = tailUs == 0 ? "" : " + " + ms(tailUs) + " on average";
        return isRecorded
                ? "recorded" + (leastUs == 0 ? "" : " + " + ms(leastUs))
                : ms(leastUs) + tail;
    }

    private static String ms(long us) {
        return us == 0
                ? "0 ms"
                : BigDecimal.valueOf(us, 3).stripTrailingZeros().toPlainString() + " ms";
    }
}
