package io.hayate.doctor;

import io.hayate.machine.SystemFiles;
import java.util.Optional;

/**
 * What all cores together have done since the start of the system, in ticks.
 *
 * @param total guest time left out, which is in the user's already
 * @param steal taken by the host for other guests
 */
record CpuTimes(long total, long steal) {
    private static final int FIELDS = 8; // user, nice, system, idle, iowait, irq, softirq, steal

    static Optional<CpuTimes> read(SystemFiles files) {
        return files.lines("/proc/stat").stream()
                .filter(line -> line.startsWith("cpu "))
                .findFirst()
                .flatMap(CpuTimes::parse);
    }

    private static Optional<CpuTimes> parse(String line) {
        String[] fields = line.split("\\s+", -1);
        if (fields.length <= FIELDS) {
            return Optional.empty();
        }
        long total = 0;
        try {
            for (int i = 1; i <= FIELDS; i++) {
                total += Long.parseLong(fields[i]);
            }
            return Optional.of(new CpuTimes(total, Long.parseLong(fields[FIELDS])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
