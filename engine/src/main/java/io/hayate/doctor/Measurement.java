package io.hayate.doctor;

import io.hayate.machine.SystemFiles;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.concurrent.NanoClock;

/**
 * What has to be measured over a while, all over the same one.
 *
 * @param clockCostNs of one reading of the JVM's clock
 * @param before what the cores had done when it began; empty where the system does not tell
 * @param after the same, when it ended
 */
record Measurement(
        double clockCostNs,
        Spinning spinning,
        Sleeping sleeping,
        Optional<CpuTimes> before,
        Optional<CpuTimes> after) {
    private static final int READINGS = 200_000;
    private static final int ROUNDS = 10;

    /** Measures on two threads of its own, one of which fills a core. */
    static Measurement take(SystemFiles files, int seconds, NanoClock clock) {
        long spanNs = TimeUnit.SECONDS.toNanos(seconds);
        double clockCostNs = costOfClock(clock);
        Optional<CpuTimes> before = CpuTimes.read(files);
        CompletableFuture<Spinning> spinning =
                start("doctor-spins", () -> Spinning.measure(clock::nanoTime, spanNs));
        CompletableFuture<Sleeping> sleeping =
                start(
                        "doctor-sleeps",
                        () -> Sleeping.measure(clock::nanoTime, LockSupport::parkNanos, spanNs));
        Spinning spun = spinning.join();
        Sleeping slept = sleeping.join();
        return new Measurement(clockCostNs, spun, slept, before, CpuTimes.read(files));
    }

    private static <T> CompletableFuture<T> start(String name, Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work,
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    /** The best of some rounds: what it costs when nothing comes between. */
    private static double costOfClock(NanoClock clock) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long startNs = clock.nanoTime();
            long lastNs = startNs;
            for (int i = 0; i < READINGS; i++) {
                lastNs = clock.nanoTime();
            }
            best = Math.min(best, (double) (lastNs - startNs) / READINGS);
        }
        return best;
    }
}
