package io.hayate.transport;

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
}
