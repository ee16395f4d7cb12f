package io.hayate.doctor;

/** Whether the fast socket and TLS libraries work here. */
final class NativeCheck implements Check {
    private final boolean hasEpoll;
    private final boolean hasBoringSsl;

    NativeCheck(boolean hasEpoll, boolean hasBoringSsl) {
        this.hasEpoll = hasEpoll;
        this.hasBoringSsl = hasBoringSsl;
    }

    @Override
    public String name() {
        return "native";
    }

    @Override
    public Finding examine() {
        String found =
                (hasEpoll ? "epoll" : "NIO for sockets")
                        + ", "
                        + (hasBoringSsl ? "BoringSSL" : "the JDK for TLS");
        return hasEpoll && hasBoringSsl
                ? Finding.ok(found)
                : Finding.warn(
                        found,
                        "frames leave garbage: Linux on x86-64 or aarch64 with glibc has both");
    }
}
