package io.hayate.doctor;

import io.hayate.machine.SystemFiles;
import java.util.Locale;
import java.util.Set;

/** What a time stamp costs: several are taken of each frame. */
final class ClockCheck implements Check {
    private static final String FOLDER = "/sys/devices/system/clocksource/clocksource0/";
    private static final Set<String> SLOW = Set.of("hpet", "acpi_pm", "pit", "jiffies", "xen");
    private static final double DEAR_NS = 100;
    private static final double TOO_DEAR_NS = 1_000;

    private final SystemFiles files;
    private final double costNs;

    /** {@code costNs} is that of one reading. */
    ClockCheck(SystemFiles files, double costNs) {
        this.files = files;
        this.costNs = costNs;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding examine() {
        String source = files.text(FOLDER + "current_clocksource").orElse(Finding.UNKNOWN);
        String found = String.format(Locale.ROOT, "%s, nanoTime costs %.0f ns", source, costNs);
        return judge(source, found).with("nanotime-ns", costNs);
    }

    private Finding judge(String source, String found) {
        if (costNs < DEAR_NS && !SLOW.contains(source)) {
            return Finding.ok(found);
        }
        String advice = advice(source);
        return costNs < TOO_DEAR_NS ? Finding.warn(found, advice) : Finding.fail(found, advice);
    }

    private String advice(String source) {
        if (source.equals("tsc")) {
            return "a tsc costs some 20: something is in its way, a host that traps it or load";
        }
        String available = files.text(FOLDER + "available_clocksource").orElse("");
        return available.contains("tsc")
                ? "echo tsc > " + FOLDER + "current_clocksource"
                : "the kernel trusts no fast clock here: see dmesg for tsc";
    }
}
