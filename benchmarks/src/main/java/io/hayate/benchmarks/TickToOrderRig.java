package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hayate.codec.DecoderKind;
import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.event.Notices;
import io.hayate.market.ChannelStores;
import io.hayate.market.HistoryConfig;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.order.Balances;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.OrderManager;
import io.hayate.order.Positions;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskLimits;
import io.hayate.session.ConnectionLimits;
import io.hayate.session.Credentials;
import io.hayate.session.DirectOrderSender;
import io.hayate.session.MarketConfig;
import io.hayate.session.OrderEntry;
import io.hayate.session.Session;
import io.hayate.session.SessionConfig;
import io.hayate.session.SessionOutcome;
import io.hayate.session.SessionSetup;
import io.hayate.session.Sessions;
import io.hayate.session.Tracer;
import io.hayate.session.VenueClock;
import io.hayate.strategy.OwnReports;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyParameters;
import io.hayate.strategy.StrategyRunner;
import io.hayate.strategy.StrategySetup;
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

    private static final String SYMBOL = "tBTCUSD";
    private static final int RING_SIZE = 1_024;
    private static final int ORDERS_KEPT = 4_096;
    private static final int FRAME_BYTES_MAX = 1 << 16;
    private static final int TIMER_TICK_MS = 10;
    private static final int SLACK_BYTES = 64;
    private static final long FIRST_ID = 1_000_000_000_000L; // 13 digits, as times in ms are

    private final ChannelStores stores = new ChannelStores(HistoryConfig.DEFAULTS);
    private final MarketChannels channels = new MarketChannels(stores::prepare);
    private final ChannelStatistics statistics = new ChannelStatistics(MarketChannels.COUNT_MAX);
    private final Counters counters = new Counters();
    private final TickToTrade tickToTrade = new TickToTrade();
    private final Notices notices = new Notices();
    private final Tracer tracer = new Tracer(notices, false);
    private final Positions positions = new Positions();
    private final Instruments instruments = Instruments.of(List.of(SYMBOL));
    private final EventRing ring = EventRing.create(RING_SIZE, false);
    private final CountingTransport transport = new CountingTransport();
    private final Sessions sessions;
    private final Session session;
    private final ClientOrderIds ids;
    private final OrderManager orders;
    private final StrategyRunner runner;
    private long reserved = FIRST_ID;

    /** A path that is live, with the account. */
    TickToOrderRig() {
        SessionSetup setup = sessionSetup();
        ConnectionLimits limits = new ConnectionLimits(setup.config(), false);
        sessions = new Sessions(setup, limits, isPublic -> transport, new Outcome());
        session = sessions.primary();
        ids = new ClientOrderIds(this::reserve, 0);
        OwnReports ownReports = new OwnReports();
        orders = orderManager(ownReports);
        runner = new StrategyRunner(strategySetup(), strategy(), SystemNanoClock.INSTANCE);
        ownReports.listener(runner::onOwnReport);
        comeLive();
    }

    private long reserve(long atLeast) {
        long first = Math.max(atLeast, reserved);
        reserved = first + ClientOrderIds.BLOCK_SIZE;
        return first;
    }

    private SessionSetup sessionSetup() {
        return new SessionSetup(
                SessionConfig.DEFAULTS.withOneConnection(2),
                new Credentials("demo-key", "demo-secret"),
                instruments,
                List.of(ChannelSpec.ticker(SYMBOL)),
                channels,
                statistics,
                MarketConfig.DEFAULTS,
                true,
                FRAME_BYTES_MAX,
                DecoderKind.SCANNER,
                TIMER_TICK_MS,
                atLeast -> atLeast,
                ring,
                new Commands(),
                counters,
                tracer,
                new VenueClock(),
                SystemNanoClock.INSTANCE,
                SystemEpochClock.INSTANCE,
                new SplittableRandom(1));
    }

    private OrderManager orderManager(OwnReports ownReports) {
        DirectOrderSender sender = new DirectOrderSender(session, transport);
        return new OrderManager(
                instruments,
                new OrderEntry(
                        sender, tickToTrade, tracer, session.doubt(), SystemNanoClock.INSTANCE),
                new RiskGate(RiskLimits.DEFAULTS.withoutLimits()),
                ids,
                ORDERS_KEPT,
                positions,
                counters,
                ownReports);
    }

    private StrategySetup strategySetup() {
        return new StrategySetup(
                StrategyConfig.DEFAULTS,
                ring,
                instruments,
                orders,
                positions,
                new Balances(),
                notices,
                counters,
                tickToTrade,
                new Incidents(),
                channels,
                statistics,
                new Commands(),
                stores,
                false,
                false);
    }

    private static Strategy strategy() {
        TriggerStrategy strategy = new TriggerStrategy();
        String price = Double.toString(TRIGGER_PRICE);
        strategy.configure(new StrategyParameters("trigger", Map.of("last-at-least", price)));
        return strategy;
    }

    private void comeLive() {
        sessions.doWork();
        session.onConnected();
        receive("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}");
        receive("{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0}");
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
        if (!session.onText(frame, 0, length, System.nanoTime())) {
            throw new IllegalStateException("the ring is full");
        }
        while (runner.doWork() > 0) {}
    }

    /** Does what another thread does in an engine: has client order ids ready. */
    void keepHouse() {
        ids.refill(0);
    }

    /** Orders sent since the start. */
    long ordersSent() {
        return transport.texts();
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
