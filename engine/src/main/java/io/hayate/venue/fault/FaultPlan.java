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

    /** The version in the first {@code info}; 2 is right. */
    public int infoVersion() {
        return infoVersion;
    }

    /** The version in the first {@code info}; 2 is right. */
    public void infoVersion(int value) {
        infoVersion = value;
    }

    /** The status in the first {@code info}; 0 is maintenance. */
    public int platformStatus() {
        return platformStatus;
    }

    /** The status in the first {@code info}; 0 is maintenance. */
    public void platformStatus(int value) {
        platformStatus = value;
    }

    /** True when requests of this event are to stay without answer and effect. */
    public boolean isHeld(String event) {
        return heldEvents.contains(event);
    }

    /** Lets requests of these events stay without answer and effect. */
    public void heldEvents(List<String> events) {
        heldEvents = events;
    }

    /** Drops the connection at each of the next so many orders. */
    public void swallowOrders(int count, boolean filled) {
        ordersSwallowed = count;
        swallowedAreFilled = filled;
    }

    /** True when the order that has come is to be swallowed. */
    public boolean takeSwallowedOrder() {
        if (ordersSwallowed == 0) {
            return false;
        }
        ordersSwallowed--;
        return true;
    }

    /** True when orders that are swallowed are carried out all the same. */
    public boolean swallowedAreFilled() {
        return swallowedAreFilled;
    }
}
