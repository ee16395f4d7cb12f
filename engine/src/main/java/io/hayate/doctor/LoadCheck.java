package io.hayate.doctor;

import io.hayate.machine.Cores;
import io.hayate.machine.SystemFiles;
import io.hayate.model.Counts;
import java.util.Locale;

/** Whether cores are left for us. */
final class LoadCheck implements Check {
    private static final int OURS = 2;

    private final SystemFiles files;
    private final Cores cores;

    LoadCheck(SystemFiles files, Cores cores) {
        this.files = files;
        this.cores = cores;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Finding examine() {
        String first = files.text("/proc/loadavg").orElse("").split(" ", 2)[0];
        if (first.isEmpty()) {
            return Finding.unknown();
        }
        double load = Double.parseDouble(first);
        String found =
                String.format(
                        Locale.ROOT,
                        "%.1f over the last minute, on %s",
                        load,
                        Counts.of(cores.allowed().size(), "core"));
        Finding finding =
                load < Math.max(1, cores.allowed().size() - OURS)
                        ? Finding.ok(found)
                        : Finding.warn(found, "two trading threads find no free core: see top");
        return finding.with("load", load);
    }
}
