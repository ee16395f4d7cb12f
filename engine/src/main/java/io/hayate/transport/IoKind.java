package io.hayate.transport;

import io.netty.channel.epoll.Epoll;

/** How the loop asks the operating system for what came in. */
public enum IoKind {
    /** {@link #EPOLL} where it is available, else {@link #NIO}. */
    AUTO,
    /** Linux only; allocates nothing per message. */
    EPOLL,
    /** Runs everywhere; allocates some 30 bytes a message. */
    NIO;

    /** True when sockets are read through epoll on this machine. */
    public boolean isEpoll() {
        return this != NIO && Epoll.isAvailable();
    }
}
