/**
 * The venue's wire as values and back: frames into slots of the ring, orders and requests into
 * frames. Each object belongs to the thread that calls it, decoders to the loop, {@link
 * io.hayate.codec.OrderEncoder} to the strategy. One class reads one kind of body; what is not
 * known is skipped, what cannot be read is a {@link io.hayate.codec.MalformedFrameException}.
 * Sockets, masks, sequence checks and what to do about it all are left to others.
 */
package io.hayate.codec;
