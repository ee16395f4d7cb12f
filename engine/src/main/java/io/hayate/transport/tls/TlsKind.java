package io.hayate.transport.tls;

/** Whose TLS encrypts {@code wss} connections, and which way. */
public enum TlsKind {
    /** {@link #BORINGSSL} where it is available, else {@link #JDK}. */
    AUTO,
    /**
     * The native library. After the handshake its records are sealed and opened in our own memory: no garbage.
     * On NIO, and where its self-test fails, as {@link #HANDLER}.
     */
    BORINGSSL,
    /** The native library in Netty's handler: under 200 bytes of garbage for a message in and an answer out. */
    HANDLER,
    /** The engine of the JDK: runs everywhere; about 3,200 bytes of garbage for the same. */
    JDK
}
