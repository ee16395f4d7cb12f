package io.hayate.venue;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Set;

/** What the venue shall do wrong. Venue thread; set by {@link VenueControls}. */
final class FaultPlan {
    private final DataFaults data;
    private boolean silent;
    private int fragmentBytes;
    private int infoVersion = 2;
    private int platformStatus = 1;
    private Set<String> heldEvents = Set.of();
    private int refusals;
    private HttpResponseStatus refusalStatus = HttpResponseStatus.SERVICE_UNAVAILABLE;
    private int handshakesClosed;
    private int ordersSwallowed;
    private boolean swallowedAreFilled;

    FaultPlan(long seed) {
        data = new DataFaults(seed);
    }

    /** What goes wrong with market data. */
    DataFaults data() {
        return data;
    }

    boolean isSilent() {
        return silent;
    }

    void silent(boolean value) {
        silent = value;
    }

    /** Bytes in each fragment of a text; 0 sends texts whole. */
    int fragmentBytes() {
        return fragmentBytes;
    }

    void fragmentBytes(int value) {
        fragmentBytes = value;
    }

    int infoVersion() {
        return infoVersion;
    }

    void infoVersion(int value) {
        infoVersion = value;
    }

    int platformStatus() {
        return platformStatus;
    }

    void platformStatus(int value) {
        platformStatus = value;
    }

    /** True when requests of this event are to stay without answer and effect. */
    boolean isHeld(String event) {
        return heldEvents.contains(event);
    }

    void heldEvents(Set<String> events) {
        heldEvents = events;
    }

    void refuse(int count, int status) {
        refusals = count;
        refusalStatus = HttpResponseStatus.valueOf(status);
    }

    /** The status for the connection that now asks, or null when it is welcome. */
    HttpResponseStatus takeRefusal() {
        if (refusals == 0) {
            return null;
        }
        refusals--;
        return refusalStatus;
    }

    void closeHandshakes(int count) {
        handshakesClosed = count;
    }

    boolean takeClosedHandshake() {
        if (handshakesClosed == 0) {
            return false;
        }
        handshakesClosed--;
        return true;
    }

    void swallowOrders(int count, boolean filled) {
        ordersSwallowed = count;
        swallowedAreFilled = filled;
    }

    boolean takeSwallowedOrder() {
        if (ordersSwallowed == 0) {
            return false;
        }
        ordersSwallowed--;
        return true;
    }

    boolean swallowedAreFilled() {
        return swallowedAreFilled;
    }
}
