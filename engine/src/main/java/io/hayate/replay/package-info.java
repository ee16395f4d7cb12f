/**
 * A recording through the trading path again: the recorded frames, times and commands go in, and what the
 * path sends is compared with what was sent. One thread; nothing leaves the process.
 */
package io.hayate.replay;
