package io.hayate.venue.fault;

/** What the venue shall do wrong with connections as such. Venue thread; set by the controls. */
public final class NetworkFaults {
    private static final int UNAVAILABLE = 503;

    private boolean silent;
    private int fragmentBytes;
    private int refusals;
    private int refusalStatus = UNAVAILABLE;
    private int handshakesClosed;

    /** True while nothing at all is sent, pongs included. */
    public boolean isSilent() {
        return silent;
    }

    /** Sends nothing at all, or speaks again. */
    public void silent(boolean value) {
        silent = value;
    }

    /** Bytes in each fragment of a text; 0 sends texts whole. */
    public int fragmentBytes() {
        return fragmentBytes;
    }

    /** Cuts texts into fragments of so many bytes; 0 sends them whole. */
    public void fragmentBytes(int value) {
        fragmentBytes = value;
    }

    /** Answers the next so many connections with this HTTP status. */
    public void refuse(int count, int status) {
        refusals = count;
        refusalStatus = status;
    }

    /** The HTTP status for the connection that now asks, or 0 when it is welcome. */
    public int takeRefusal() {
        if (refusals == 0) {
            return 0;
        }
        refusals--;
        return refusalStatus;
    }

    /** Hangs up on the next so many connections. */
    public void closeHandshakes(int count) {
        handshakesClosed = count;
    }

    /** True when the connection that now asks is to be closed without an answer. */
    public boolean takeClosedHandshake() {
        if (handshakesClosed == 0) {
            return false;
        }
        handshakesClosed--;
        return true;
    }
}
