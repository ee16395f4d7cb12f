package io.hayate.doctor;

import io.hayate.machine.ControlGroups;
import io.hayate.machine.SystemFiles;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether the heap, what the JVM takes beside it and what is locked fit into the memory. */
final class MemoryCheck implements Check {
    private static final long BESIDE_HEAP =
            248L << 20; // code, classes, threads, buffers, the journal
    private static final long MB = 1L << 20;
    private static final long KB = 1L << 10;

    private final SystemFiles files;
    private final long heapMax;

    /** {@code heapMax} is the most that the heap may grow to, in bytes. */
    MemoryCheck(SystemFiles files, long heapMax) {
        this.files = files;
        this.heapMax = heapMax;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Finding examine() {
        Optional<Long> total = bytes("/proc/meminfo", "MemTotal");
        OptionalLong limit = new ControlGroups(files).memoryLimit();
        if (total.isEmpty() && limit.isEmpty()) {
            return Finding.unknown();
        }
        long there = Math.min(total.orElse(Long.MAX_VALUE), limit.orElse(Long.MAX_VALUE));
        boolean limited = limit.isPresent() && limit.getAsLong() == there;
        long locked = bytes("/proc/self/status", "VmLck").orElse(0L);
        long needed = heapMax + BESIDE_HEAP + locked;
        String found =
                "heap %d MB, beside it %d, locked %d; there are %d MB%s"
                        .formatted(
                                heapMax / MB,
                                BESIDE_HEAP / MB,
                                locked / MB,
                                there / MB,
                                limited ? " (control group)" : "");
        return judge(found, needed, there).with("needed", needed).with("there", there);
    }

    private Finding judge(String found, long needed, long there) {
        if (needed > there) {
            return Finding.fail(
                    found, "the kernel ends what takes more: give more memory or a smaller -Xmx");
        }
        Optional<Long> available = bytes("/proc/meminfo", "MemAvailable");
        long resident = bytes("/proc/self/status", "VmRSS").orElse(0L);
        boolean taken = available.isPresent() && available.get() + resident < needed;
        return taken
                ? Finding.warn(found, "others use it: " + available.get() / MB + " MB are free")
                : Finding.ok(found);
    }

    private Optional<Long> bytes(String file, String field) {
        return files.field(file, field)
                .map(text -> Long.parseLong(text.replaceFirst("\\s.*", "")) * KB);
    }
}
