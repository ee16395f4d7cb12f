package io.hayate.doctor;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How late a thread that sleeps is woken: what {@code loop.idle = blocking} pays. */
final class SleepingCheck implements Check {
    private static final long LATE_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long TOO_LATE_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double MIDDLE = 50;
    private static final double TAIL = 99;

    private final Sample lateness;

    SleepingCheck(Sleeping sleeping) {
        lateness = sleeping.lateness();
    }

    @Override
    public String name() {
        return "sleeping";
    }

    @Override
    public Finding examine() {
        long tailNs = lateness.percentileNs(TAIL);
        String found =
                String.format(
                        Locale.ROOT,
                        "woken late by %s (p50), %s (p99), %s at most",
                        Times.text(lateness.percentileNs(MIDDLE)),
                        Times.text(tailNs),
                        Times.text(lateness.maxNs()));
        return judge(found, tailNs)
                .with("p50-ns", lateness.percentileNs(MIDDLE))
                .with("p99-ns", tailNs)
                .with("max-ns", lateness.maxNs());
    }

    private static Finding judge(String found, long tailNs) {
        if (tailNs < LATE_NS) {
            return Finding.ok(found);
        }
        String advice = "other work is served first: stop it, or give trading cores of its own";
        return tailNs < TOO_LATE_NS ? Finding.warn(found, advice) : Finding.fail(found, advice);
    }
}
