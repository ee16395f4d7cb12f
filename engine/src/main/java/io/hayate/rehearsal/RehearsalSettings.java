package io.hayate.rehearsal;

import io.hayate.engine.AffinityConfig;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.RestAddress;
import io.hayate.engine.ThreadPlan;
import io.hayate.engine.VenueEndpoint;
import io.hayate.model.ChannelSpec;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyMember;
import io.hayate.venue.exchange.Exchange;
import java.util.List;
import java.util.Map;

/**
 * The settings of engines that rehearse: those of the run, with an account and limits of their own, and
 * nothing kept.
 *
 * @param run what the real engine is told
 */
record RehearsalSettings(EngineConfig run) {
    /** After so long a callback is interrupted, once a rehearsal of strategies is over. */
    static final int CALLBACK_MAX_MS = 500;

    private static final int RING_SIZE_MIN = 256; // wraps often, and a flood fills it
    private static final int RING_SIZE_MAX = 8_192; // for strategies of the user: as it usually is
    private static final int MARKET_EVENTS = 192; // more than the rows of any snapshot
    private static final int TIMER_TICK_MS = RehearsalActor.TIMER_MS;

    /** Its one connection is the session's: whoever asks it by HTTP takes it away. */
    private static final VenueEndpoint ENDPOINT =
            new VenueEndpoint(true, null, null, RestAddress.OFF);

    /** For a strategy of ours. */
    EngineConfig ofActor(List<ChannelSpec> channels, RiskLimits limits) {
        StrategyConfig strategy = run.strategy().of("rehearsal", Map.of());
        return of(channels, channels.size() + 1, loop(actorRing()), limits, strategy);
    }

    /** For strategies of the user, which meet no limit. */
    EngineConfig ofStrategies(List<ChannelSpec> channels, StrategyConfig strategies) {
        List<StrategyMember> members =
                strategies.members().stream().map(StrategyMember::withoutLimits).toList();
        return of(
                channels,
                InventedMarket.subscriptionsMax(channels),
                loop(Math.min(run.loop().ringSize(), RING_SIZE_MAX)),
                run.path().orders().limits().withoutLimits(),
                strategies.of(members, CALLBACK_MAX_MS));
    }

    private EngineConfig of(
            List<ChannelSpec> channels,
            int subscriptionsMax,
            LoopConfig loop,
            RiskLimits limits,
            StrategyConfig strategy) {
        return new EngineConfig(
                ENDPOINT,
                new PathConfig(
                        channels,
                        SessionConfig.DEFAULTS.withOneConnection(subscriptionsMax),
                        run.path().market(),
                        run.path().history(),
                        run.path().decoder(),
                        loop,
                        new OrderConfig(limits, CancelOnStop.NONE),
                        strategy),
                run.transport(),
                AffinityConfig.OFF,
                new Credentials(Exchange.DEMO_KEY, Exchange.DEMO_SECRET),
                null,
                run.lockFolders(),
                false);
    }

    private LoopConfig loop(int ringSize) {
        LoopConfig own =
                new LoopConfig(
                        ThreadPlan.of(run).topology(),
                        run.loop().idle(),
                        ringSize,
                        TIMER_TICK_MS,
                        1);
        return own.with(run.loop().stamps());
    }

    /** The least that holds what comes at once in the part that market data may fill. */
    private int actorRing() {
        int size = RING_SIZE_MIN;
        while (size * run.path().market().ringShare() < MARKET_EVENTS) {
            size *= 2;
        }
        return size;
    }
}
