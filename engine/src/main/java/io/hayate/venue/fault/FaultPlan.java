package io.hayate.venue.fault;

import io.hayate.venue.FaultConfig;
import java.util.List;

/** What the venue shall do wrong. Venue thread; set by the controls. */
public final class FaultPlan {
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
    public static FaultPlan of(long seed, FaultConfig config) {
        DataFaults data = new DataFaults(seed);
        config.everyNth().forEach((fault, n) -> data.frames(fault, null, n));
        return new FaultPlan(data);
    }

    /** What goes wrong with market data. */
    public DataFaults data() {
        return data;
    }

    /** What goes wrong with connections as such. */
    public NetworkFaults network() {
        return network;
    }

    public int infoVersion() {
        return infoVersion;
    }

    public void infoVersion(int value) {
        infoVersion = value;
    }

    public int platformStatus() {
        return platformStatus;
    }

    public void platformStatus(int value) {
        platformStatus = value;
    }

    /** True when requests of this event are to stay without answer and effect. */
    public boolean isHeld(String event) {
        return heldEvents.contains(event);
    }

    public void heldEvents(List<String> events) {
        heldEvents = events;
    }

    public void swallowOrders(int count, boolean filled) {
        ordersSwallowed = count;
        swallowedAreFilled = filled;
    }

    public boolean takeSwallowedOrder() {
        if (ordersSwallowed == 0) {
            return false;
        }
        ordersSwallowed--;
        return true;
    }

    public boolean swallowedAreFilled() {
        return swallowedAreFilled;
    }
}
