package io.hayate.engine;

import io.hayate.event.VenueMaintenance;
import io.hayate.outbound.OrderConnection;
import io.hayate.session.Session;
import io.hayate.transport.Transport;

/** The session on which orders leave, as the order path knows it. Allocates nothing. */
final class SessionOrderConnection implements OrderConnection {
    private final Session session;
    private final VenueMaintenance maintenance;

    SessionOrderConnection(Session session, VenueMaintenance maintenance) {
        this.session = session;
        this.maintenance = maintenance;
    }

    @Override
    public boolean mayLeave(long connection, long clientOrderId) {
        boolean isCancel = clientOrderId == 0;
        return (isCancel || !maintenance.isOn()) && session.mayLeave(connection, clientOrderId);
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
