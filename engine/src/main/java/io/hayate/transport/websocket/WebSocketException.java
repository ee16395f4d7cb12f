package io.hayate.transport.websocket;

/** The venue broke a rule of WebSocket, or sent more than there is room for: nothing more can be read. */
public final class WebSocketException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int closeCode;

    WebSocketException(int closeCode, String detail) {
        super(detail);
        this.closeCode = closeCode;
    }

    /** What the close frame tells the venue. */
    public int closeCode() {
        return closeCode;
    }

    /** True for a message over the bound, or one that no memory is left for; else a rule was broken. */
    public boolean isTooLarge() {
        return closeCode == CloseCode.TOO_LARGE;
    }
}
