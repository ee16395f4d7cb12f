package io.hayate.transport;

/** Whose TLS encrypts {@code wss} connections. */
public enum TlsKind {
    /** {@link #BORINGSSL} where it is available, else {@link #JDK}. */
    AUTO,
    /** The native library: under 200 bytes of garbage for a message in and an answer out. */
    BORINGSSL,
    /** The engine of the JDK: runs everywhere; about 3,200 bytes of garbage for the same. */
    JDK
}
