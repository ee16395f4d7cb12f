package io.hayate.venue.server;

import io.hayate.venue.exchange.MirrorInputs;
import io.hayate.venue.mirror.MirrorPlan;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a venue needs whose markets are those of another.
 *
 * @param plan its markets
 * @param texts gives it all texts that have come so far; called on the venue's thread, before each request
 *     of a client and each millisecond
 * @param wayNs how long the next request of a client is under way, on the venue's thread; those of a
 *     connection stay in their order
 */
public record MirrorSupply(MirrorPlan plan, Consumer<MirrorInputs> texts, LongSupplier wayNs) {}
