/**
 * One conversation with the venue: connect, prove who we are, subscribe, stay live, come back. Runs
 * on the loop, but for {@link io.hayate.session.OrderEntry}, which the strategy thread calls. Frames
 * are read by the codec and leave as events on the ring; what an order means is left to the order
 * package.
 */
package io.hayate.session;
