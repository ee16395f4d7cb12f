package io.hayate.doctor;

import java.util.Locale;
import java.util.Optional;

/** How much of the time the host of a virtual machine gave to others. */
final class StealCheck implements Check {
    private static final double SOME_PERCENT = 1;
    private static final double MUCH_PERCENT = 10;

    private final Optional<CpuTimes> before;
    private final Optional<CpuTimes> after;

    StealCheck(Optional<CpuTimes> before, Optional<CpuTimes> after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public String name() {
        return "steal";
    }

    @Override
    public Finding examine() {
        if (before.isEmpty() || after.isEmpty()) {
            return Finding.unknown();
        }
        long total = after.get().total() - before.get().total();
        long steal = after.get().steal() - before.get().steal();
        double percent = total <= 0 ? 0 : 100.0 * steal / total;
        String found = String.format(Locale.ROOT, "%.1f %% went to other guests", percent);
        return judge(found, percent).with("percent", percent);
    }

    private static Finding judge(String found, double percent) {
        if (percent < SOME_PERCENT) {
            return Finding.ok(found);
        }
        String advice = "rent cores that are yours alone, or a machine without neighbours";
        return percent < MUCH_PERCENT ? Finding.warn(found, advice) : Finding.fail(found, advice);
    }
}
