package io.hayate.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Ticker frames with random numbers, the same for each run. */
final class TickerFrames {
    private static final int SEED = 20_261_101;

    private TickerFrames() {}

    static DirectBuffer[] make(int count, boolean manyDigits) {
        Random random = new Random(SEED);
        DirectBuffer[] frames = new DirectBuffer[count];
        for (int i = 0; i < count; i++) {
            String frame = manyDigits ? longFrame(random, i) : shortFrame(random);
            frames[i] = new UnsafeBuffer(frame.getBytes(StandardCharsets.US_ASCII));
        }
        return frames;
    }

    private static String longFrame(Random random, int sequence) {
        return frame(
                random,
                new int[] {1, 8, 1, 8, 0, 8, 0, 8, 0, 0},
                new double[] {9e4, 50, 9e4, 50, 4e3, 0.1, 9e4, 9e3, 9e4, 9e4},
                "," + (1_000_000 + sequence));
    }

    private static String shortFrame(Random random) {
        return frame(
                random,
                new int[] {1, 2, 1, 2, 1, 4, 1, 2, 1, 0},
                new double[] {9e3, 50, 9e3, 50, 900, 0.1, 9e3, 9e3, 9e3, 9e3},
                "");
    }

    private static String frame(Random random, int[] decimals, double[] size, String tail) {
        StringBuilder frame = new StringBuilder("[").append(100_000 + random.nextInt(900_000));
        for (int i = 0; i < decimals.length; i++) {
            frame.append(i == 0 ? ",[" : ",");
            long unscaled = (long) (random.nextDouble() * size[i] * Math.pow(10, decimals[i]));
            frame.append(
                    BigDecimal.valueOf(unscaled, decimals[i]).stripTrailingZeros().toPlainString());
        }
        return frame.append("]").append(tail).append("]").toString();
    }
}
