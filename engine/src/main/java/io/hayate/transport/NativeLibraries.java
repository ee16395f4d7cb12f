package io.hayate.transport;

import io.hayate.model.ConfigException;
import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.TlsKind;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;

/** Which native libraries this machine can use; where there are none, the JDK does their work. */
public final class NativeLibraries {
    private NativeLibraries() {}

    /** True where sockets can be read through epoll. */
    public static boolean hasEpoll() {
        return Epoll.isAvailable();
    }

    /** True where BoringSSL can encrypt. */
    public static boolean hasBoringSsl() {
        return OpenSsl.isAvailable();
    }

    /**
     * The {@link Tls#way} that a run with these settings goes on this machine.
     *
     * @throws ConfigException when it goes none
     */
    public static String tlsWay(IoKind io, TlsKind tls) {
        return Tls.of(tls, io.isEpoll(), null).way();
    }
}
