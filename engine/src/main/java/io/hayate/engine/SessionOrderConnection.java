package io.hayate.engine;

import io.hayate.event.TradingState;
import io.hayate.event.TrafficTap;
import io.hayate.model.Counts;
import io.hayate.outbound.OrderConnection;
import io.hayate.session.Session;
import io.hayate.transport.Transport;
import org.agrona.concurrent.NanoClock;

/** The session on which orders leave, as the order path knows it. Allocates where cancels were lost. */
final class SessionOrderConnection implements OrderConnection {
    private final Session session;
    private final TradingState trading;
    private final TrafficTap tap;
    private final NanoClock clock;

    /**
     * The connection of a session.
     *
     * @param tap hears what of the queue never left
     * @param clock tells it when
     */
    SessionOrderConnection(Session session, TradingState trading, TrafficTap tap, NanoClock clock) {
        this.session = session;
        this.trading = trading;
        this.tap = tap;
        this.clock = clock;
    }

    @Override
    public boolean mayLeave(long connection, long clientOrderId) {
        boolean isCancel = clientOrderId == 0;
        boolean isAllowed = isCancel || (!trading.halt().isOn() && !trading.maintenance().isOn());
        return isAllowed && session.mayLeave(connection, clientOrderId);
    }

    @Override
    public boolean onNotSent(long connection, long clientOrderId) {
        if (!session.mayTell()) {
            return false;
        }
        boolean isPresent = connection == session.connection();
        String name = isPresent ? TrafficTap.NOT_SENT : TrafficTap.NOT_SENT_BEFORE;
        tap.onNumber(name, clientOrderId, clock.nanoTime()); // before the strategy's side has it
        return session.onNotSent(clientOrderId, session.isInDoubt(connection));
    }

    @Override
    public void onLostCancels(int count) {
        tap.onNumber(TrafficTap.LOST_CANCELS, count, clock.nanoTime());
        String cancels = Counts.of(count, "cancel");
        session.tell(0, cancels + " queued for a connection that is gone never left");
    }

    @Override
    public Transport transport() {
        return session.transport();
    }
}
