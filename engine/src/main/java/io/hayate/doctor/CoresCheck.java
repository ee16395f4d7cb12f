package io.hayate.doctor;

import io.hayate.machine.ControlGroups;
import io.hayate.machine.Cores;
import io.hayate.machine.SystemFiles;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How many cores there are, and how many of them are ours. */
final class CoresCheck implements Check {
    static final String ONLINE = "/sys/devices/system/cpu/online";

    private static final int SPLIT_CORES = 3;

    private final SystemFiles files;
    private final Cores cores;

    CoresCheck(SystemFiles files, Cores cores) {
        this.files = files;
        this.cores = cores;
    }

    @Override
    public String name() {
        return "cores";
    }

    @Override
    public Finding examine() {
        OptionalDouble quota = new ControlGroups(files).cpuQuota();
        String found = "online " + online() + ", allowed " + cores.allowed() + ", " + text(quota);
        return judge(found, quota)
                .with("allowed", cores.allowed().size())
                .with("count", cores.count());
    }

    private String online() {
        Optional<String> online = files.text(ONLINE);
        return online.orElse(Finding.UNKNOWN);
    }

    private static String text(OptionalDouble quota) {
        return quota.isEmpty()
                ? "no quota"
                : String.format(Locale.ROOT, "quota %.1f", quota.getAsDouble());
    }

    private Finding judge(String found, OptionalDouble quota) {
        if (quota.isPresent()) {
            return Finding.warn(
                    found,
                    "a thread that spins uses the quota up and is then stopped for ms: give the"
                            + " container cores (cpuset) in place of a quota");
        }
        if (cores.count() < SPLIT_CORES) {
            return Finding.warn(
                    found, "loop.topology = one-thread is the one that fits; split wants 3 cores");
        }
        return Finding.ok(found);
    }
}
