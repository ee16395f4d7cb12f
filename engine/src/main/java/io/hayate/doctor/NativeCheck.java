package io.hayate.doctor;

import io.hayate.transport.Tls;

/** Whether the fast socket and TLS libraries work here. */
final class NativeCheck implements Check {
    private final boolean hasEpoll;
    private final String tls;

    /** With the way that TLS takes by default, as {@link Tls#usualWay} has it. */
    NativeCheck(boolean hasEpoll, String tls) {
        this.hasEpoll = hasEpoll;
        this.tls = tls;
    }

    @Override
    public String name() {
        return "native";
    }

    @Override
    public Finding examine() {
        String found = (hasEpoll ? "epoll" : "NIO for sockets") + ", " + tlsText();
        return hasEpoll && tls.equals(Tls.BORINGSSL)
                ? Finding.ok(found)
                : Finding.warn(
                        found,
                        "frames leave garbage: Linux on x86-64 or aarch64 with glibc has both");
    }

    private String tlsText() {
        return tls.equals(Tls.JDK) ? "the JDK for TLS" : tls;
    }
}
