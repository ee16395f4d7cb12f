package io.hayate.engine;

import io.hayate.event.TradingState;
import io.hayate.outbound.OrderConnection;
import io.hayate.session.Session;
import io.hayate.transport.Transport;

/** The session on which orders leave, as the order path knows it. Allocates nothing. */
final class SessionOrderConnection implements OrderConnection {
    private final Session session;
    private final TradingState trading;

    SessionOrderConnection(Session session, TradingState trading) {
        this.session = session;
        this.trading = trading;
    }

    @Override
    public boolean mayLeave(long connection, long clientOrderId) {
        boolean isCancel = clientOrderId == 0;
        boolean isAllowed = isCancel || (!trading.halt().isOn() && !trading.maintenance().isOn());
        return isAllowed && session.mayLeave(connection, clientOrderId);
    }

    @Override
    public boolean onNotSent(long connection, long clientOrderId) {
        return session.onNotSent(connection, clientOrderId);
    }

    @Override
    public void tell(String text) {
        session.tell(0, text);
    }

    @Override
    public Transport transport() {
        return session.transport();
    }
}
