package io.hayate.venue;

import java.util.List;

/** What the venue shall do wrong. Venue thread; set by the controls. */
final class FaultPlan {
    private final DataFaults data;
    private final NetworkFaults network = new NetworkFaults();
    private int infoVersion = 2;
    private int platformStatus = 1;
    private List<String> heldEvents = List.of();
    private int ordersSwallowed;
    private boolean swallowedAreFilled;

    private FaultPlan(DataFaults data) {
        this.data = data;
    }

    /** What goes wrong from the start, and, by this seed, how. */
    static FaultPlan of(long seed, FaultConfig config) {
        DataFaults data = new DataFaults(seed);
        config.everyNth().forEach((fault, n) -> data.frames(fault, null, n));
        return new FaultPlan(data);
    }

    /** What goes wrong with market data. */
    DataFaults data() {
        return data;
    }

    /** What goes wrong with connections as such. */
    NetworkFaults network() {
        return network;
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

    void heldEvents(List<String> events) {
        heldEvents = events;
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
