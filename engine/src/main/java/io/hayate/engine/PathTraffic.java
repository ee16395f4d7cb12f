package io.hayate.engine;

import io.hayate.event.TrafficTap;

/**
 * Who hears of a path's traffic.
 *
 * @param isTraced true to show all frames from the start, secrets masked
 * @param tap hears of all that comes and leaves
 */
record PathTraffic(boolean isTraced, TrafficTap tap) {}
