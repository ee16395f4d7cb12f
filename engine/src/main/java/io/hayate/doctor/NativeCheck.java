package io.hayate.doctor;

import io.hayate.model.ConfigException;
import io.hayate.transport.IoKind;
import io.hayate.transport.NativeLibraries;
import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.TlsKind;

/** Whether a run reads sockets and seals records the fast way here, or why not: for want of a library, or as it is told. */
final class NativeCheck implements Check {
    private static final String GARBAGE = "frames leave garbage: ";

    private final boolean hasEpoll;
    private final RunSettings settings;
    private final Ways ways;

    /** As {@link NativeLibraries#tlsWay}. */
    @FunctionalInterface
    interface Ways {
        String of(IoKind io, TlsKind tls);
    }

    NativeCheck(boolean hasEpoll, RunSettings settings, Ways ways) {
        this.hasEpoll = hasEpoll;
        this.settings = settings;
        this.ways = ways;
    }

    @Override
    public String name() {
        return "native";
    }

    @Override
    public Finding examine() {
        boolean isEpoll = hasEpoll && settings.io() != IoKind.NIO;
        String sockets = isEpoll ? "epoll, " : "NIO for sockets, ";
        try {
            String way = ways.of(settings.io(), settings.tls());
            String found = sockets + (way.equals(Tls.JDK) ? "the JDK for TLS" : way);
            if (way.equals(Tls.BORINGSSL)) {
                return isEpoll ? Finding.ok(found) : Finding.warn(found, advice());
            }
            boolean isOther = settings.tls() == TlsKind.BORINGSSL;
            return Finding.warn(
                    isOther ? found + ", though transport.tls = boringssl" : found, advice());
        } catch (ConfigException e) {
            return Finding.fail(sockets + e.getMessage(), "a run over wss refuses it");
        }
    }

    private String advice() {
        if (settings.io() == IoKind.NIO) {
            return GARBAGE + "transport.io = auto takes epoll where it is";
        }
        return settings.tls() == TlsKind.HANDLER || settings.tls() == TlsKind.JDK
                ? GARBAGE + "transport.tls = auto takes BoringSSL where it is"
                : GARBAGE + "Linux on x86-64 or aarch64 with glibc has both";
    }
}
