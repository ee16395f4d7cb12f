package io.hayate.session;

import io.hayate.codec.DecoderKind;
import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.event.Tracer;
import io.hayate.intake.MarketConfig;
import io.hayate.intake.VenueClock;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counters;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import java.util.List;
import java.util.random.RandomGenerator;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/**
 * What the sessions of an engine are made of and made for.
 *
 * @param credentials the account, or NONE to hear public channels alone
 * @param channels what is subscribed from the start, in the order in which it fills connections
 * @param markets every channel of market data by number; those above come to be in it
 * @param statistics figures by those numbers
 * @param market how channels are heard
 * @param mayTrade true when orders may leave: then the venue is asked to cancel them should the
 *     connection be lost
 * @param frameBytesMax largest text message that the codec reads
 * @param decoder which reader has the first look at a frame
 * @param timerTickMs how often the time is published
 * @param venueClock learns how far the venue's clock is from ours
 * @param nonces of the account; not asked where there is none
 */
public record SessionSetup(
        SessionConfig config,
        Credentials credentials,
        Instruments instruments,
        List<ChannelSpec> channels,
        MarketChannels markets,
        ChannelStatistics statistics,
        MarketConfig market,
        boolean mayTrade,
        int frameBytesMax,
        DecoderKind decoder,
        int timerTickMs,
        NonceSource nonces,
        EventRing ring,
        Commands commands,
        Counters counters,
        Tracer tracer,
        VenueClock venueClock,
        NanoClock nanoClock,
        EpochClock epochClock,
        RandomGenerator random) {
    /** The same for another loop, which counts for itself. */
    public SessionSetup with(Counters ofLoop) {
        return new SessionSetup(
                config,
                credentials,
                instruments,
                channels,
                markets,
                statistics,
                market,
                mayTrade,
                frameBytesMax,
                decoder,
                timerTickMs,
                nonces,
                ring,
                commands,
                ofLoop,
                tracer,
                venueClock,
                nanoClock,
                epochClock,
                random);
    }
}
