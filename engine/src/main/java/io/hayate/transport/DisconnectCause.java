package io.hayate.transport;

/** Why a connection ended or never came to be. */
public enum DisconnectCause {
    /** No address is known for the host's name. */
    UNRESOLVED,
    /** This machine has no socket, thread or port left for a connection. */
    NO_SOCKET,
    /** Nothing listens there, or no way leads there. */
    REFUSED,
    /** Name, connection, TLS and upgrade took longer than allowed. */
    TIMED_OUT,
    /** The venue answered the upgrade with HTTP 408, 429 or 503: it may take us later. */
    HANDSHAKE_BUSY,
    /** The venue answered the upgrade with another status, broke it off, or does not speak it. */
    HANDSHAKE_REFUSED,
    /** No TLS with the venue: its certificate, its name or its protocol was not accepted. */
    TLS_FAILED,
    /** The venue broke the rules of WebSocket; the close frame we sent says which. */
    PROTOCOL_ERROR,
    /** The venue sent a message over the bound, or one that no memory is left for. */
    FRAME_TOO_LARGE,
    /** The venue closed with a close frame; the detail has its code and reason. */
    CLOSED_BY_VENUE,
    /** {@link Transport#close} was called. */
    CLOSED_BY_US,
    /** The connection broke or ended without a close frame. */
    LOST;

    /** True when the venue's end of it is known to be gone: nothing that we sent comes there any more. */
    public boolean isAtVenueToo() {
        return this == CLOSED_BY_VENUE || this == LOST;
    }
}
