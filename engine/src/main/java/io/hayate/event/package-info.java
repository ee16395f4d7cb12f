/**
 * What crosses threads: the ring from the loop to the strategy, its slots and the flyweights that
 * read them, the commands that come in from other threads, and the notices that go out to be shown.
 * Slots are off-heap and made at start. All of the Disruptor is in here, behind {@link
 * io.hayate.event.EventRing}.
 */
package io.hayate.event;
