package io.hayate.session;

import io.hayate.codec.OrderEncoder;
import io.hayate.event.NoticeType;
import io.hayate.event.SessionStatus;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Instrument;
import io.hayate.model.SessionState;
import io.hayate.model.Side;

/**
 * Writes order requests: encodes on the deciding thread and hands over to the socket.
 *
 * <p>Strategy thread. Allocates nothing. Knows the connection from the session's own events, so an
 * order decided on a connection that is gone never leaves on the next.
 */
public final class OrderEntry {
    private final OrderEncoder encoder = new OrderEncoder();
    private final OrderSender sender;
    private final TickToTrade tickToTrade;
    private final Tracer tracer;

    private long connection;
    private boolean live;
    private boolean authenticated;

    public OrderEntry(OrderSender sender, TickToTrade tickToTrade, Tracer tracer) {
        this.sender = sender;
        this.tickToTrade = tickToTrade;
        this.tracer = tracer;
    }

    /** Before the start: prepares the orders of an instrument. */
    public void prepare(Instrument instrument) {
        encoder.prepare(instrument);
    }

    /** Takes the session's news, in the order of the ring. */
    public void onSessionStatus(SessionStatus status) {
        connection = status.connection();
        live = status.state() == SessionState.LIVE;
        authenticated = status.isAuthenticated();
    }

    /** True while new orders may leave. */
    public boolean isLive() {
        return live;
    }

    /** True while the account is ours on the connection. */
    public boolean isAuthenticated() {
        return authenticated;
    }

    /**
     * Sends a market order.
     *
     * @return false when the socket or its queue is full, and nothing was sent
     */
    public boolean marketOrder(long clientOrderId, Instrument instrument, Side side, long units) {
        int length = encoder.marketOrder(clientOrderId, instrument, side, units);
        long sendingTimeNs = System.nanoTime();
        boolean sent = send(clientOrderId, length);
        if (sent) {
            tickToTrade.onWritten(sendingTimeNs, System.nanoTime());
        }
        return sent;
    }

    /** Asks the venue to cancel an order that has a number of the venue's. */
    public boolean cancel(long orderId) {
        return send(0, encoder.cancel(orderId));
    }

    /** Asks the venue to cancel an order by our number and the UTC day of its creation. */
    public boolean cancel(long clientOrderId, long createdEpochDay) {
        return send(0, encoder.cancel(clientOrderId, createdEpochDay));
    }

    private boolean send(long clientOrderId, int length) {
        boolean sent = sender.send(connection, clientOrderId, encoder.buffer(), 0, length);
        if (sent) {
            tracer.frame(NoticeType.FRAME_OUT, encoder.buffer(), 0, length);
        }
        return sent;
    }
}
