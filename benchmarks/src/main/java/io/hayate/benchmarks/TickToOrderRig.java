package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hayate.codec.DecoderConfig;
import io.hayate.codec.DecoderKind;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.LoopPort;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.StopConfig;
import io.hayate.engine.Topology;
import io.hayate.engine.TradingPath;
import io.hayate.engine.TradingPathBuilder;
import io.hayate.event.TrafficTap;
import io.hayate.intake.MarketConfig;
import io.hayate.journal.file.JournalConfig;
import io.hayate.market.HistoryConfig;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.model.IdleMode;
import io.hayate.order.AbsentOrders;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.OrderManager;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.session.SessionOutcome;
import io.hayate.session.pool.Sessions;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyParameters;
import io.hayate.strategy.StrategyRunner;
import io.hayate.strategy.sample.TriggerStrategy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The path of a frame without its socket, on one thread: session, codec, ring, runner, a strategy
 * that buys at a price, orders with their limits. The parts are those of an engine; the venue's side
 * of the conversation is told by this class.
 */
final class TickToOrderRig {
    /** The channel that tickers come on. */
    static final int CHANNEL_ID = 17_082;

    /** The last price from which on the strategy buys. */
    static final double TRIGGER_PRICE = 100_000;

    private static final QuoteLimits AS_LONG_AS_IT_RUNS =
            new QuoteLimits(3_600_000, 3_600_000, 0.5);
    private static final String SYMBOL = "tBTCUSD";
    private static final int RING_SIZE = 1_024;
    private static final int FRAME_BYTES_MAX = 1 << 16;
    private static final int TIMER_TICK_MS = 10;
    private static final int SLACK_BYTES = 64;
    private static final long FIRST_ID = 1L << 44; // the first that there is

    private final CountingTransport transport = new CountingTransport();
    private final Sessions sessions;
    private final ClientOrderIds ids;
    private final OrderManager orders;
    private final StrategyRunner runner;
    private long reserved = FIRST_ID;

    /** A path that is live, with the account, and a strategy that sends its orders as any does. */
    TickToOrderRig() {
        this(false, TrafficTap.NONE);
    }

    /** As above, and all that comes and leaves is told to a tap. */
    static TickToOrderRig tapped(TrafficTap tap) {
        return new TickToOrderRig(false, tap);
    }

    /**
     * A path that is live, with the account.
     *
     * @param isBare true for a strategy that hands its text to the socket by itself: what neither limits
     *     nor journal nor pool have seen
     */
    TickToOrderRig(boolean isBare) {
        this(isBare, TrafficTap.NONE);
    }

    private TickToOrderRig(boolean isBare, TrafficTap tap) {
        ids = new ClientOrderIds(this::reserve, 0);
        TradingPath path =
                new TradingPathBuilder(
                                config(),
                                new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE))
                        .account(new Credentials("demo-key", "demo-secret"), atLeast -> atLeast)
                        .clientOrderIds(ids)
                        .tap(tap)
                        .random(new SplittableRandom(1))
                        .loops(List.of(LoopPort.of(role -> transport)))
                        .outcome(new Outcome())
                        .build(isBare ? new BareStrategy(transport, TRIGGER_PRICE) : strategy());
        sessions = path.sessions().get(0);
        orders = path.orders();
        runner = path.runner();
        comeLive();
    }

    private long reserve(long atLeast) {
        long first = Math.max(atLeast, reserved);
        reserved = first + ClientOrderIds.BLOCK_SIZE;
        return first;
    }

    /** What the path is told. */
    static PathConfig config() {
        return new PathConfig(
                List.of(ChannelSpec.ticker(SYMBOL)),
                SessionConfig.DEFAULTS.withOneConnection(2),
                MarketConfig.DEFAULTS,
                HistoryConfig.DEFAULTS,
                new DecoderConfig(DecoderKind.SCANNER, FRAME_BYTES_MAX),
                new LoopConfig(
                        Topology.ONE_THREAD, IdleMode.BUSY_SPIN, RING_SIZE, TIMER_TICK_MS, 1),
                new OrderConfig(
                        RiskLimits.DEFAULTS.withoutLimits(),
                        AS_LONG_AS_IT_RUNS,
                        StopConfig.DEFAULTS,
                        OrderConfig.ANSWER_TIMEOUT_MS,
                        JournalConfig.DEFAULTS,
                        AbsentOrders.HOLD,
                        false),
                StrategyConfig.DEFAULTS);
    }

    private static Strategy strategy() {
        TriggerStrategy strategy = new TriggerStrategy();
        String price = Double.toString(TRIGGER_PRICE);
        strategy.configure(new StrategyParameters("trigger", Map.of("last-at-least", price)));
        return strategy;
    }

    private void comeLive() {
        sessions.doWork();
        transport.listener().onConnected();
        receive("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}");
        receive("{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0}");
        receive("[0,\"ps\",[]]");
        receive("[0,\"ws\",[]]");
        receive("[0,\"os\",[]]");
        receive(
                "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":"
                        + CHANNEL_ID
                        + ",\"symbol\":\""
                        + SYMBOL
                        + "\"}");
        if (!orders.isLive()) {
            throw new IllegalStateException("the session did not come live");
        }
    }

    private void receive(String text) {
        DirectBuffer frame = frame(text);
        receive(frame, text.length());
    }

    /** A text as it lies in a receive buffer, bytes that may be read behind it included. */
    static UnsafeBuffer frame(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        ByteBuffer memory = ByteBuffer.allocateDirect(bytes.length + SLACK_BYTES);
        UnsafeBuffer frame = new UnsafeBuffer(memory);
        frame.putBytes(0, bytes);
        return frame;
    }

    /** Takes one frame from the socket to the end of what it leads to. */
    void receive(DirectBuffer frame, int length) {
        if (!transport.listener().onText(frame, 0, length, System.nanoTime())) {
            throw new IllegalStateException("the ring is full");
        }
        while (runner.doWork() > 0) {}
    }

    /** Has the memory at hand that the next order will need, as an idle loop does. */
    void prefetch() {
        runner.prefetch();
    }

    /** Does what another thread does in an engine: has client order ids ready. */
    void keepHouse() {
        ids.refill(0);
    }

    /** Orders sent since the start. */
    long ordersSent() {
        return transport.texts();
    }

    /** When the last order was handed over, in ns of {@link System#nanoTime()}. */
    long sentTimeNs() {
        return transport.sentTimeNs();
    }

    /** Bytes sent since the start. */
    long bytesSent() {
        return transport.bytes();
    }

    /** Our number of the order sent last. */
    long lastOrder() {
        return orders.lastOrder().clientOrderId();
    }

    int openOrders() {
        return orders.openOrders();
    }

    /** The session stays live: whatever ends it is a flaw of the rig. */
    private static final class Outcome implements SessionOutcome {
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
