package io.hayate.session;

import io.hayate.codec.DecoderConfig;
import io.hayate.event.EventRing;
import io.hayate.event.SharedReads;
import io.hayate.metrics.Counters;
import java.util.random.RandomGenerator;

/**
 * What the sessions of an engine are made of and made for.
 *
 * @param scope the market data that they hear
 * @param decoder which reader has the first look at a frame, and the largest that it takes
 * @param random spreads reconnects
 */
public record SessionSetup(
        SessionConfig config,
        SessionAccount account,
        MarketScope scope,
        DecoderConfig decoder,
        SessionPorts ports,
        SessionTime time,
        RandomGenerator random) {
    /** The same for another loop, which counts, reads and draws for itself. */
    public SessionSetup with(Counters ofLoop, SharedReads reads, RandomGenerator drawn) {
        SessionPorts own = ports.with(ofLoop, reads);
        return new SessionSetup(config, account, scope, decoder, own, time.with(reads), drawn);
    }

    /** The same, whose events go to another ring. */
    public SessionSetup with(EventRing ring) {
        return new SessionSetup(config, account, scope, decoder, ports.with(ring), time, random);
    }
}
