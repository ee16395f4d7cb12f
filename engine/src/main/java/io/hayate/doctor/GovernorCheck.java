package io.hayate.doctor;

import io.hayate.machine.CoreSet;
import io.hayate.machine.Cores;
import io.hayate.machine.SystemFiles;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who decides how fast a core runs; any but {@code performance} slows a core that waits. */
final class GovernorCheck implements Check {
    private static final String WANTED = "performance";

    private final SystemFiles files;
    private final Cores cores;

    GovernorCheck(SystemFiles files, Cores cores) {
        this.files = files;
        this.cores = cores;
    }

    @Override
    public String name() {
        return "governor";
    }

    @Override
    public Finding examine() {
        Map<String, CoreSet> governors = new TreeMap<>();
        for (int core : cores.usable().numbers()) {
            String path = "/sys/devices/system/cpu/cpu" + core + "/cpufreq/scaling_governor";
            CoreSet itself = CoreSet.parse(Integer.toString(core));
            files.text(path).ifPresent(name -> governors.merge(name, itself, CoreSet::with));
        }
        if (governors.isEmpty()) {
            return files.text(CoresCheck.ONLINE).isEmpty()
                    ? Finding.unknown()
                    : Finding.ok("none here: in a virtual machine the host decides");
        }
        String found =
                governors.entrySet().stream()
                        .map(each -> each.getKey() + " on " + each.getValue())
                        .collect(Collectors.joining(", "));
        return governors.size() == 1 && governors.containsKey(WANTED)
                ? Finding.ok(found)
                : Finding.warn(found, "cpupower frequency-set -g " + WANTED);
    }
}
