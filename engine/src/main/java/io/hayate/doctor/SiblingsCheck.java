package io.hayate.doctor;

import io.hayate.machine.CoreSet;
import io.hayate.machine.Cores;
import io.hayate.machine.SystemFiles;
import java.util.Set;
import java.util.TreeSet;

/** Whether what looks like two cores is one that two threads share. */
final class SiblingsCheck implements Check {
    private final SystemFiles files;
    private final Cores cores;

    SiblingsCheck(SystemFiles files, Cores cores) {
        this.files = files;
        this.cores = cores;
    }

    @Override
    public String name() {
        return "smt";
    }

    @Override
    public Finding examine() {
        Set<String> shared = new TreeSet<>();
        boolean isTold = false;
        for (int core : cores.usable().numbers()) {
            CoreSet siblings = siblings(core);
            isTold |= !siblings.isEmpty();
            if (siblings.size() > 1) {
                shared.add(siblings.toString());
            }
        }
        if (!isTold) {
            return Finding.unknown();
        }
        if (shared.isEmpty()) {
            return Finding.ok("no core shares its units with another");
        }
        return Finding.warn(
                "these are one core each: " + String.join("; ", shared),
                "leave the sibling of a hot core idle, or switch SMT off: echo off >"
                        + " /sys/devices/system/cpu/smt/control");
    }

    private CoreSet siblings(int core) {
        String path = "/sys/devices/system/cpu/cpu" + core + "/topology/thread_siblings_list";
        return files.text(path).flatMap(CoreSet::find).orElse(CoreSet.NONE);
    }
}
