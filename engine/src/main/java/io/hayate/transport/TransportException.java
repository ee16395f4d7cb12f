package io.hayate.transport;

/** Ends a connection: the venue broke a rule, or does not take us. */
final class TransportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DisconnectCause disconnectCause;
    private final int closeCode;

    TransportException(DisconnectCause cause, String detail) {
        this(cause, 0, detail);
    }

    TransportException(DisconnectCause cause, int closeCode, String detail) {
        super(detail);
        this.disconnectCause = cause;
        this.closeCode = closeCode;
    }

    DisconnectCause disconnectCause() {
        return disconnectCause;
    }

    /** True when it was not the venue, nor the way there. */
    boolean isOurs() {
        return disconnectCause == DisconnectCause.CLOSED_BY_US;
    }

    /** What the close frame tells the venue. */
    int closeCode() {
        return closeCode;
    }
}
