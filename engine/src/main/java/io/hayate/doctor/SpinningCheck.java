package io.hayate.doctor;

import io.hayate.model.Counts;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether a thread that never rests keeps its core. */
final class SpinningCheck implements Check {
    private static final double LOST_SOME_PERCENT = 1;
    private static final double LOST_MUCH_PERCENT = 10;
    private static final long LONG_GAP_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double TAIL = 99.9;

    private final Spinning spinning;

    SpinningCheck(Spinning spinning) {
        this.spinning = spinning;
    }

    @Override
    public String name() {
        return "spinning";
    }

    @Override
    public Finding examine() {
        Sample worst = spinning.worstOfEachMs();
        String found =
                String.format(
                        Locale.ROOT,
                        "off its core %s, %.1f %% of the time; worst %s, in 99.9 %% of all"
                                + " ms under %s",
                        Counts.of(spinning.gaps(), "time"),
                        spinning.lostPercent(),
                        Times.text(worst.maxNs()),
                        Times.text(worst.percentileNs(TAIL)));
        return judge(found, worst.maxNs())
                .with("gaps", spinning.gaps())
                .with("lost-percent", spinning.lostPercent())
                .with("p99.9-ns", worst.percentileNs(TAIL))
                .with("max-ns", worst.maxNs());
    }

    private Finding judge(String found, long maxNs) {
        if (spinning.lostPercent() >= LOST_MUCH_PERCENT) {
            return Finding.fail(
                    found, "other work runs on these cores: stop it, or use loop.idle = blocking");
        }
        return spinning.lostPercent() >= LOST_SOME_PERCENT || maxNs >= LONG_GAP_NS
                ? Finding.warn(
                        found, "set cores apart (isolcpus, affinity) for the trading threads")
                : Finding.ok(found);
    }
}
