package io.hayate.load;

/**
 * What is asked of the engine.
 *
 * @param rate messages a second
 * @param minutes how long they come at that rate
 * @param bursts how many follow
 * @param burstFactor how many times as fast the venue's time runs in a burst
 * @param burstS length of each, in seconds
 * @param burstEveryS from one to the next
 */
record LoadPlan(int rate, int minutes, int bursts, int burstFactor, int burstS, int burstEveryS) {}
