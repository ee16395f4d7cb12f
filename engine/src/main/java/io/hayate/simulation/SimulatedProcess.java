package io.hayate.simulation;

import io.hayate.event.ReadsOfPath;
import io.hayate.event.TrafficTap;

/**
 * What an engine has around it.
 *
 * @param disk what outlives it
 * @param tap hears of all that comes to it and leaves
 * @param ordersKept how many orders it knows at once
 * @param reads by which each thread reads what others write; null for those of which the tap hears
 */
record SimulatedProcess(SimulatedDisk disk, TrafficTap tap, int ordersKept, ReadsOfPath reads) {
    SimulatedProcess with(SimulatedDisk other) {
        return new SimulatedProcess(other, tap, ordersKept, reads);
    }

    SimulatedProcess with(TrafficTap other) {
        return new SimulatedProcess(disk, other, ordersKept, reads);
    }

    SimulatedProcess keeping(int orders) {
        return new SimulatedProcess(disk, tap, orders, reads);
    }

    SimulatedProcess with(ReadsOfPath other) {
        return new SimulatedProcess(disk, tap, ordersKept, other);
    }
}
