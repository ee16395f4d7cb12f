package io.hayate.transport;

/** How the loop asks the operating system for what came in. */
public enum IoKind {
    /** {@link #EPOLL} where it is available, else {@link #NIO}. */
    AUTO,
    /** Linux only; allocates nothing per message. */
    EPOLL,
    /** Runs everywhere; allocates some 30 bytes a message. */
    NIO
}
