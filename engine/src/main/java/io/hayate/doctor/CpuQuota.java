package io.hayate.doctor;

import io.hayate.machine.SystemFiles;
import java.util.Optional;
import java.util.OptionalDouble;

/** The share of the cores that the process's control group grants, in either version of cgroups. */
final class CpuQuota {
    private static final String ROOT = "/sys/fs/cgroup";

    private final SystemFiles files;

    CpuQuota(SystemFiles files) {
        this.files = files;
    }

    /** In cores; empty when there is none, or none can be read. */
    OptionalDouble cores() {
        OptionalDouble second = ofVersion2();
        return second.isPresent() ? second : ofVersion1();
    }

    /** {@code cpu.max} holds quota and period, or {@code max} and period. */
    private OptionalDouble ofVersion2() {
        String group =
                files.lines("/proc/self/cgroup").stream()
                        .filter(line -> line.startsWith("0::"))
                        .map(line -> line.substring("0::".length()))
                        .findFirst()
                        .orElse("/");
        Optional<String> max = files.text(ROOT + group + "/cpu.max");
        String[] fields = max.or(() -> files.text(ROOT + "/cpu.max")).orElse("").split(" ", 2);
        return fields.length == 2 ? share(fields[0], fields[1]) : OptionalDouble.empty();
    }

    private OptionalDouble ofVersion1() {
        Optional<String> quota = files.text(ROOT + "/cpu/cpu.cfs_quota_us");
        Optional<String> period = files.text(ROOT + "/cpu/cpu.cfs_period_us");
        return quota.isPresent() && period.isPresent()
                ? share(quota.get(), period.get())
                : OptionalDouble.empty();
    }

    /** A quota of -1 or {@code max} is none. */
    private static OptionalDouble share(String quota, String period) {
        try {
            double share = Double.parseDouble(quota) / Double.parseDouble(period);
            return share > 0 ? OptionalDouble.of(share) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
