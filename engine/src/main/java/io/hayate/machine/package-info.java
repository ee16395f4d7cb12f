/**
 * The machine below: which cores this process may use, where its threads run, and what Linux tells
 * of itself in {@code /proc} and {@code /sys}. Any thread, at start. What follows from that is left
 * to {@code engine} and {@code doctor}.
 */
package io.hayate.machine;
