package io.hayate.doctor;

import io.hayate.machine.Cores;
import io.hayate.machine.SystemFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether cores are set apart, so that the scheduler, its tick and interrupts leave them alone. */
final class IsolationCheck implements Check {
    private static final List<String> OPTIONS = List.of("isolcpus", "nohz_full", "rcu_nocbs");
    private static final int CORES_WORTH_IT = 4;

    private final SystemFiles files;
    private final Cores cores;

    IsolationCheck(SystemFiles files, Cores cores) {
        this.files = files;
        this.cores = cores;
    }

    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public Finding examine() {
        Optional<String> commandLine = files.text("/proc/cmdline");
        if (commandLine.isEmpty()) {
            return Finding.unknown();
        }
        List<String> set = options(commandLine.get());
        if (!cores.isolated().isEmpty()) {
            return Finding.ok(
                    "cores " + cores.isolated() + " apart: " + String.join(" ", set),
                    "name them in affinity.loop and affinity.strategy");
        }
        String none = set.isEmpty() ? "no core is set apart" : String.join(" ", set);
        return cores.allowed().size() < CORES_WORTH_IT
                ? Finding.ok(none + ", and there are too few for it")
                : Finding.warn(none, "for a dedicated machine: " + example());
    }

    private static List<String> options(String commandLine) {
        List<String> set = new ArrayList<>();
        for (String option : commandLine.split("\\s+", -1)) {
            if (OPTIONS.contains(option.split("=", 2)[0])) {
                set.add(option);
            }
        }
        return set;
    }

    /** The kernel's options for the last two cores. */
    private String example() {
        int last = cores.allowed().last();
        String two = cores.allowed().without(last).last() + "," + last;
        return "isolcpus=" + two + " nohz_full=" + two + " rcu_nocbs=" + two;
    }
}
