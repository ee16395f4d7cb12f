package io.hayate.rehearsal;

import io.hayate.engine.LoopConfig;
import io.hayate.engine.LoopPort;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.StopConfig;
import io.hayate.engine.Topology;
import io.hayate.engine.TradingPath;
import io.hayate.engine.TradingPathBuilder;
import io.hayate.event.EventRing;
import io.hayate.journal.memory.MemorySegments;
import io.hayate.metrics.Meters;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.order.AbsentOrders;
import io.hayate.order.ClientOrderIds;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.session.SessionOutcome;
import io.hayate.strategy.StrategyRunner;
import io.hayate.transport.IdleTask;
import io.hayate.transport.SinkTransport;
import io.hayate.venue.exchange.Exchange;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.EpochClock;

/**
 * Keeps the code of a tick and its order in the caches of the cores while nothing comes: idle turns of the
 * trading threads run it in instances of its own. A made ticker goes through decoder, ring, a strategy that
 * orders at once, limits, journal in memory, encoder and frame, and ends in a {@link SinkTransport}; the next
 * turn takes the venue's answer. Nothing in it knows a socket, a file, or any part of the engine. Time stands
 * still there: nothing grows old, and no timer is due.
 *
 * <p>The loop's side and the strategy's each belong to one thread, which may be the same. A turn takes one
 * or two microseconds, which a frame that comes meanwhile waits. Allocates nothing once it has begun.
 */
public final class WarmPath {
    private static final int ROUNDS_BEFORE =
            20_000; // so that all of it is compiled before the start
    private static final int RING_SIZE = 256;
    private static final int TIMER_TICK_MS = 10;
    private static final int ORDERS_KEPT = 16;
    private static final int CHANNELS = 4;
    private static final int JOURNAL_BYTES = 1 << 14;
    private static final int JOURNAL_SEGMENTS = 2;
    private static final long NOW_NS = 1; // no tick of the time is told: it would be overdue later
    private static final QuoteLimits QUOTES = new QuoteLimits(1_000, 1_000, 0.5);

    private final SinkTransport transport;
    private final WarmTexts texts = new WarmTexts();
    private final WarmTrader trader = new WarmTrader();
    private final ClientOrderIds ids;
    private final EventRing ring;
    private final StrategyRunner runner;
    private long reserved = ClientOrderIds.FIRST;
    private volatile long orders;

    private WarmPath(PathConfig config, EpochClock clock) {
        long nowMs = clock.time();
        Clocks still = new Clocks(() -> NOW_NS, () -> nowMs);
        transport = new SinkTransport(still.nano());
        ids = new ClientOrderIds(this::reserve, 0);
        TradingPath path =
                new TradingPathBuilder(pathConfig(config), still)
                        .account(
                                new Credentials(Exchange.DEMO_KEY, Exchange.DEMO_SECRET),
                                atLeast -> atLeast)
                        .clientOrderIds(ids)
                        .ordersKept(ORDERS_KEPT)
                        .meters(Meters.onHeap(CHANNELS))
                        .journal(new MemorySegments(JOURNAL_BYTES, JOURNAL_SEGMENTS))
                        .random(new SplittableRandom(1))
                        .loops(List.of(LoopPort.of(role -> transport)))
                        .outcome(new Endless())
                        .build(trader);
        ring = path.ring();
        runner = path.runner();
        path.sessions().get(0).doWork();
        transport.open();
        for (DirectBuffer frame : WarmTexts.beginning()) {
            transport.receive(frame, 0, frame.capacity());
            turnStrategy();
        }
    }

    /**
     * A path that has begun, and whose code is compiled; it stands still until its sides are turned.
     *
     * @param config of the path that is to be kept warm
     * @param clock tells the time at which its own stands still
     */
    public static WarmPath of(PathConfig config, EpochClock clock) {
        WarmPath path = new WarmPath(config, clock);
        for (int i = 0; i < ROUNDS_BEFORE; i++) {
            path.turnLoop();
            path.turnStrategy();
        }
        if (path.orders() < ROUNDS_BEFORE / 2 - 1) {
            throw new IllegalStateException(
                    "what keeps the path warm has sent " + path.orders() + " orders");
        }
        return path;
    }

    private static PathConfig pathConfig(PathConfig given) {
        return new PathConfig(
                List.of(ChannelSpec.ticker(RehearsedChannels.MARKET)),
                SessionConfig.DEFAULTS.withOneConnection(2),
                given.market(),
                given.history(),
                given.decoder(),
                new LoopConfig(
                                Topology.ONE_THREAD,
                                given.loop().idle(),
                                RING_SIZE,
                                TIMER_TICK_MS,
                                1)
                        .with(given.loop().stamps()),
                new OrderConfig(
                        RiskLimits.DEFAULTS.withoutLimits(),
                        QUOTES,
                        StopConfig.DEFAULTS,
                        OrderConfig.ANSWER_TIMEOUT_MS,
                        given.orders().journal(),
                        AbsentOrders.HOLD,
                        false),
                given.strategy().of("warm", Map.of()));
    }

    private long reserve(long atLeast) {
        long first = Math.max(atLeast, reserved);
        reserved = first + ClientOrderIds.BLOCK_SIZE;
        return first;
    }

    /** What an idle turn of the loop does: a ticker, or the answer to the order that it led to. */
    public IdleTask loopSide() {
        return nowNs -> turnLoop();
    }

    /** What an idle turn of the strategy's thread does, or the same of the loop where it has none. */
    public IdleTask strategySide() {
        return nowNs -> turnStrategy();
    }

    private void turnLoop() {
        if (ring.size() > 0) {
            return; // the strategy's thread has not had an idle turn since
        }
        long open = trader.open();
        DirectBuffer frame = open == 0 ? texts.ticker() : texts.closed(open);
        if (open != 0) {
            orders = orders() + 1; // one thread writes
            boolean unused = ids.refill(0);
        }
        transport.receive(frame, 0, frame.capacity());
    }

    private void turnStrategy() {
        while (runner.doWork() > 0) {
            // what came is little
        }
    }

    /** How many orders were sent into nothing; any thread. */
    public long orders() {
        return orders;
    }

    /** Its session goes on for ever: whatever ends it is a flaw of ours. */
    private static final class Endless implements SessionOutcome {
        @Override
        public void onClosed() {
            throw new IllegalStateException("closed");
        }

        @Override
        public void onUnreachable(String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public void onNothingSubscribed(String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
