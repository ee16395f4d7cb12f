package io.hayate.simulation;

import io.hayate.event.TrafficTap;

/**
 * What an engine has around it.
 *
 * @param disk what outlives it
 * @param tap hears of all that comes to it and leaves
 * @param ordersKept how many orders it knows at once
 */
record SimulatedProcess(SimulatedDisk disk, TrafficTap tap, int ordersKept) {}
