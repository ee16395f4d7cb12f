package io.hayate.outbound;

import io.hayate.transport.Transport;

/** The connection on which orders leave, as those who write to it know it. */
public interface OrderConnection {
    /**
     * True when a message decided on this connection may still be written: a new order while the session
     * is live and the account not in doubt, a cancel while the connection holds. Any thread that holds
     * the socket, which is that of a connection found here.
     *
     * @param clientOrderId of a new order; 0 for a cancel
     */
    boolean mayLeave(long connection, long clientOrderId);

    /** Tells that an order never reached the socket; false when there is no room for it now. Loop. */
    boolean onNotSent(long connection, long clientOrderId);

    /** Tells a person of cancels that were queued for a connection that is gone, and never left. Loop. */
    void onLostCancels(int count);

    /** Its socket. */
    Transport transport();
}
