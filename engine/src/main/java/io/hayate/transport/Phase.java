package io.hayate.transport;

/** How far a connection has come. */
enum Phase {
    DISCONNECTED,
    CONNECTING,
    SECURING,
    UPGRADING,
    OPEN,
    CLOSING,
    /** Over, but the listener is yet to be told. */
    ENDED;

    /** True until there is a WebSocket. */
    boolean isAttempt() {
        return this == CONNECTING || this == SECURING || this == UPGRADING;
    }

    /** What an attempt is doing, for a person. */
    String text() {
        return switch (this) {
            case SECURING -> "waiting for TLS";
            case UPGRADING -> "waiting for the answer to the upgrade";
            default -> "connecting";
        };
    }
}
