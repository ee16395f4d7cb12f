package io.hayate.transport.websocket;

/** The venue does not make a WebSocket of this connection. */
public final class UpgradeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean busy;
    private final String said;

    UpgradeException(boolean busy, String detail, String said) {
        super(detail);
        this.busy = busy;
        this.said = said;
    }

    /** True for HTTP 408, 429 or 503: it may take us later. */
    public boolean isBusy() {
        return busy;
    }

    /** What belongs behind the message: the venue's words, as long and as wild as they came; or nothing. */
    public String said() {
        return said;
    }
}
