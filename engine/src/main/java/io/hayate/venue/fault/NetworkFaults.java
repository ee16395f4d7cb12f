package io.hayate.venue.fault;

import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultPoint;
import java.util.List;

/** What the venue shall do wrong with connections as such, as a server asks for it. Venue thread. */
public final class NetworkFaults {
    private static final int TOO_MANY = 429;

    private final DueFaults plan;

    NetworkFaults(DueFaults plan) {
        this.plan = plan;
    }

    /** True while nothing at all is sent to this connection, pongs included. */
    public boolean isSilent(long connection, String account) {
        return is(FaultKind.SILENT, connection, account) || isHalfOpen(connection, account);
    }

    /** True while nothing is sent to this connection, and nothing that comes from it is read. */
    public boolean isHalfOpen(long connection, String account) {
        return is(FaultKind.HALF_OPEN, connection, account);
    }

    private boolean is(FaultKind kind, long connection, String account) {
        return plan.isOn(FaultPoint.CONNECTION)
                && plan.due(kind, FaultSubject.ofConnection(connection, account)) != null;
    }

    /** Bytes in each fragment of the text that is now sent; 0 sends it whole. */
    public int fragmentBytes(long connection, String account) {
        if (!plan.isOn(FaultPoint.CONNECTION)) {
            return 0;
        }
        ActiveFault due =
                plan.due(FaultKind.FRAGMENTED, FaultSubject.ofConnection(connection, account));
        return due == null ? 0 : due.rule().count("bytes");
    }

    /** The HTTP status for the connection that now asks, or 0 when it is welcome. */
    public int takeRefusal() {
        ActiveFault refused = handshake(FaultKind.REFUSED_CONNECTION);
        if (refused != null) {
            return refused.rule().count("status");
        }
        return handshake(FaultKind.CONNECTION_LIMIT) == null ? 0 : TOO_MANY;
    }

    /** True when the connection that now asks is to be closed without an answer. */
    public boolean takeClosedHandshake() {
        return handshake(FaultKind.CLOSED_HANDSHAKE) != null;
    }

    /** True when the connection that now asks is to wait for an answer that never comes. */
    public boolean takeHangingHandshake() {
        return handshake(FaultKind.HANGING_HANDSHAKE) != null;
    }

    private ActiveFault handshake(FaultKind kind) {
        return plan.isOn(FaultPoint.HANDSHAKE)
                ? plan.due(kind, FaultSubject.ofRequest(0, null, null, "handshake"))
                : null;
    }

    /**
     * The HTTP status for the REST request that has come, or 0 when it is to be answered.
     *
     * @param path without its query, such as {@code /v2/auth/r/wallets}; what rules name as type
     */
    public int takeHttpStatus(String path) {
        if (!plan.isOn(FaultPoint.HTTP)) {
            return 0;
        }
        FaultSubject subject = new FaultSubject(0, null, null, null, List.of(path));
        ActiveFault due = plan.due(FaultKind.HTTP_STATUS, subject);
        return due == null ? 0 : due.rule().count("status");
    }
}
