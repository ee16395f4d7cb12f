package io.hayate.doctor;

import io.hayate.machine.SystemFiles;
import java.util.Optional;

/** What the kernel offers for sockets, and we can change. */
final class NetworkCheck implements Check {
    private static final String BUSY_POLL = "/proc/sys/net/core/busy_poll";

    private final SystemFiles files;

    NetworkCheck(SystemFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "network";
    }

    /** {@code tcp_low_latency} does nothing since Linux 4.14; loopback has no queue to poll. */
    @Override
    public Finding examine() {
        Optional<String> busyPoll = files.text(BUSY_POLL);
        if (busyPoll.isEmpty()) {
            return Finding.unknown();
        }
        String found = "busy_poll " + busyPoll.get();
        boolean canChange = busyPoll.get().equals("0") && files.isWritable(BUSY_POLL);
        return canChange
                ? Finding.ok(
                        found,
                        "with a card that can, sysctl net.core.busy_poll=50 saves an interrupt;"
                                + " nothing on loopback")
                : Finding.ok(found);
    }
}
