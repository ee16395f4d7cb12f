package io.hayate.session;

import io.hayate.codec.DecoderKind;
import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counters;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/**
 * What a session is made of and made for.
 *
 * @param credentials the account, or NONE to hear public channels alone
 * @param channels what is heard from the start
 * @param statistics where channels are counted
 * @param marketShare part of the ring that market data may fill
 * @param mayTrade true when orders may leave: then the venue is asked to cancel them should the
 *     connection be lost
 * @param frameBytesMax largest text message that the codec reads
 * @param decoder which reader has the first look at a frame
 * @param timerTickMs how often the time is published
 * @param nonces gives a nonce that is at least its argument and was never given before
 */
public record SessionSetup(
        SessionConfig config,
        Credentials credentials,
        Instruments instruments,
        List<MarketChannel> channels,
        MarketConfig market,
        ChannelStatistics statistics,
        double marketShare,
        boolean mayTrade,
        int frameBytesMax,
        DecoderKind decoder,
        int timerTickMs,
        LongUnaryOperator nonces,
        EventRing ring,
        Commands commands,
        Counters counters,
        Tracer tracer,
        NanoClock nanoClock,
        EpochClock epochClock,
        RandomGenerator random) {}
