package io.hayate.doctor;

import io.hayate.machine.SystemFiles;
import java.util.Optional;

/** Whether memory is on disk: a page that comes back from there takes milliseconds. */
final class SwapCheck implements Check {
    private static final long MB_KB = 1_024;

    private final SystemFiles files;

    SwapCheck(SystemFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public Finding examine() {
        Optional<Long> total = kb("/proc/meminfo", "SwapTotal");
        Optional<Long> free = kb("/proc/meminfo", "SwapFree");
        if (total.isEmpty() || free.isEmpty()) {
            return Finding.unknown();
        }
        if (total.get() == 0) {
            return Finding.ok("none");
        }
        long usedKb = total.get() - free.get();
        long oursKb = kb("/proc/self/status", "VmSwap").orElse(0L);
        String found = usedKb / MB_KB + " of " + total.get() / MB_KB + " MB in use";
        return judge(found, usedKb, oursKb).with("used-kb", usedKb).with("ours-kb", oursKb);
    }

    private Optional<Long> kb(String file, String field) {
        return files.field(file, field).map(text -> Long.parseLong(text.split(" ", 2)[0]));
    }

    private static Finding judge(String found, long usedKb, long oursKb) {
        String advice = "swapoff -a, or vm.swappiness = 1 and more memory";
        if (oursKb > 0) {
            return Finding.fail(found + ", " + oursKb + " kB of this process", advice);
        }
        return usedKb > 0 ? Finding.warn(found, advice) : Finding.ok(found);
    }
}
