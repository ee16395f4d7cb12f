package io.hayate.benchmarks;

import java.util.Locale;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/** Ticker frames of some 105 bytes, as a busy venue sends them, all below or all above a price. */
final class Ticks {
    /** How many there are: a power of two. */
    static final int COUNT = 4_096;

    private static final int SPREAD = 10_000;

    private final UnsafeBuffer[] frames = new UnsafeBuffer[COUNT];
    private final int[] lengths = new int[COUNT];

    /** Ticks of the rig's channel whose last prices lie from {@code low} to 10,000 above it. */
    Ticks(double low) {
        Random random = new Random(20_261_101);
        for (int i = 0; i < COUNT; i++) {
            String text = text(random, low + random.nextInt(SPREAD));
            frames[i] = TickToOrderRig.frame(text);
            lengths[i] = text.length();
        }
    }

    private static String text(Random random, double last) {
        return String.format(
                Locale.ROOT,
                "[%d,[%.1f,%.8f,%.1f,%.8f,%d,%.8f,%.0f,%.8f,%.0f,%.0f]]",
                TickToOrderRig.CHANNEL_ID,
                last - 1,
                random.nextDouble() * 50,
                last + 1,
                random.nextDouble() * 50,
                random.nextInt(4_000) - 2_000,
                random.nextDouble() / 10,
                last,
                random.nextDouble() * 9_000,
                last + 2_000,
                last - 2_000);
    }

    UnsafeBuffer frame(int tick) {
        return frames[tick & (COUNT - 1)];
    }

    int length(int tick) {
        return lengths[tick & (COUNT - 1)];
    }
}
