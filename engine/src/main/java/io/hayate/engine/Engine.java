package io.hayate.engine;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.event.Notices;
import io.hayate.market.ChannelStores;
import io.hayate.metrics.AllocationMeter;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.ConfigException;
import io.hayate.model.IdleMode;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.SessionState;
import io.hayate.order.Balances;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderRefusals;
import io.hayate.order.Positions;
import io.hayate.risk.RiskGate;
import io.hayate.session.AccountDoubt;
import io.hayate.session.DirectOrderSender;
import io.hayate.session.OrderEntry;
import io.hayate.session.OrderSender;
import io.hayate.session.QueuedOrders;
import io.hayate.session.Session;
import io.hayate.session.SessionSetup;
import io.hayate.session.Sessions;
import io.hayate.session.Tracer;
import io.hayate.session.VenueClock;
import io.hayate.strategy.OwnReports;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyRunner;
import io.hayate.strategy.StrategySetup;
import io.hayate.transport.IoLoop;
import io.hayate.transport.OutboundQueue;
import io.hayate.transport.SharedSocket;
import io.hayate.transport.SharedWriter;
import io.hayate.transport.WebSocketTransport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * One session with one strategy: builds the path of a frame from its parts, starts it and stops it.
 *
 * <p>Made, started and stopped by one thread. Other threads talk to it by {@link #commands()}.
 */
public final class Engine implements AutoCloseable {
    private static final int ORDERS_KEPT = 4_096;
    private static final int ORDER_QUEUE_BYTES = 1 << 18;
    private static final long WARM_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long STOP_MS = 2_000;
    private static final long CLOSE_MS = 5_000;
    private static final long POLL_MS = 5;

    private final EngineConfig config;
    private final ThreadPlacement placement;
    private final EngineEnd end = new EngineEnd();
    private final Counters counters = new Counters();
    private final Incidents incidents = new Incidents();
    private final TickToTrade tickToTrade = new TickToTrade();
    private final Commands commands = new Commands();
    private final Notices notices = new Notices();
    private final Positions positions = new Positions();
    private final ChannelStores stores;
    private final MarketChannels channels;
    private final ChannelStatistics statistics = new ChannelStatistics(MarketChannels.COUNT_MAX);
    private final VenueClock venueClock = new VenueClock();
    private final Instruments instruments;
    private final EventRing ring;
    private final MarketLoops loops;
    private final IoLoop loop; // the first of them
    private final Session session; // the one on which orders leave
    private final WebSocketTransport transport; // its socket
    private final ClientOrderIds ids;
    private final Nonces nonces; // null without an account
    private final NumberStock numbers;
    private final OrderManager orders;
    private final StrategyRunner runner;
    private final StrategyThread strategyThread; // null where the loop runs the strategy
    private final List<Agent> duties;
    private final AllocationMeter allocations;

    /**
     * An engine that stands still until {@link #start}.
     *
     * @param url the venue's address: of the embedded one, where it listens
     * @param strategy configured already
     */
    public Engine(EngineConfig config, URI url, Strategy strategy) {
        this.config = config;
        ThreadPlan plan = ThreadPlan.of(config);
        placement = new ThreadPlacement(plan);
        boolean split = plan.isSplit();
        boolean blocking = config.loop().idle() == IdleMode.BLOCKING;
        instruments = Instruments.of(config.symbols());
        stores = new ChannelStores(config.history(), new MemoryNeed(config).storeBytes());
        channels = new MarketChannels(stores::prepare);
        ring = EventRing.create(config.loop().ringSize(), split && blocking, config.loop().loops());
        Marks marks = new Marks(config.stateDir(), config.credentials().apiKey());
        Tracer tracer = new Tracer(notices, config.trace());

        nonces = config.credentials().isPresent() ? nonces(marks) : null;
        SessionSetup setup = sessionSetup(tracer);
        loops = new MarketLoops(config, url, setup, counters, end, end::onBroken);
        loop = loops.first();
        Sessions sessions = loops.firstSessions();
        session = sessions.primary();
        transport = loops.firstSockets().first();

        OutboundQueue queue = split ? new OutboundQueue(ORDER_QUEUE_BYTES, loop::wake) : null;
        OrderSender sender = split ? splitSender(queue) : new DirectOrderSender(session, transport);
        ids = clientOrderIds(marks);
        numbers = numberStock();
        OwnReports ownReports = new OwnReports();
        orders =
                orderManager(
                        new OrderEntry(
                                sender,
                                tickToTrade,
                                tracer,
                                session.doubt(),
                                SystemNanoClock.INSTANCE),
                        ownReports);
        runner = new StrategyRunner(strategySetup(), strategy, SystemNanoClock.INSTANCE);
        ownReports.listener(runner::onOwnReport);

        StrategyDuty duty = new StrategyDuty(runner, orders, end::onBroken);
        strategyThread = split ? new StrategyThread(duty, ring, config.loop().idle()) : null;
        duties =
                split
                        ? List.of(sessions, new QueuedOrders(queue, session, transport))
                        : List.of(duty, sessions); // what was just read is acted upon first
        allocations = new AllocationMeter(tradingThreads(), WARM_NS);
    }

    /** The strategy's thread writes the socket itself where it can. */
    private OrderSender splitSender(OutboundQueue queue) {
        SharedSocket shared = transport.share();
        return shared == null
                ? queue::offer
                : new SharedWriter(shared, queue, session::mayLeave)::send;
    }

    private List<Thread> tradingThreads() {
        List<Thread> threads = new ArrayList<>(loops.threads());
        if (strategyThread != null) {
            threads.add(strategyThread.thread());
        }
        return threads;
    }

    private SessionSetup sessionSetup(Tracer tracer) {
        return new SessionSetup(
                config.session(),
                config.credentials(),
                instruments,
                config.channels(),
                channels,
                statistics,
                config.market(),
                config.risk().tradingEnabled(),
                config.transport().frameBytesMax(),
                config.decoder(),
                config.loop().timerTickMs(),
                nonces,
                ring,
                commands,
                counters,
                tracer,
                venueClock,
                SystemNanoClock.INSTANCE,
                SystemEpochClock.INSTANCE,
                new SplittableRandom());
    }

    private static Nonces nonces(Marks marks) {
        return new Nonces(
                marks.reserve("nonce", Nonces.LARGEST), System.currentTimeMillis() * 1_000);
    }

    private static ClientOrderIds clientOrderIds(Marks marks) {
        NumberReserve numbers = marks.reserve("client-order-id", ClientOrderIds.LIMIT - 1);
        return new ClientOrderIds(
                atLeast -> numbers.reserve(atLeast, ClientOrderIds.BLOCK_SIZE, 0),
                System.currentTimeMillis());
    }

    /** A full disk must not end a session: orders are refused once the numbers are used up. */
    private NumberStock numberStock() {
        List<LongPredicate> refills = new ArrayList<>(List.of(ids::refill));
        if (nonces != null) {
            refills.add(nowMs -> nonces.refill(nowMs * 1_000));
        }
        return new NumberStock(refills, incidents, SystemEpochClock.INSTANCE);
    }

    private OrderManager orderManager(OrderEntry entry, OwnReports ownReports) {
        return new OrderManager(
                instruments,
                entry,
                new RiskGate(config.risk()),
                ids,
                ORDERS_KEPT,
                positions,
                counters,
                ownReports);
    }

    private StrategySetup strategySetup() {
        return new StrategySetup(
                config.strategy(),
                ring,
                instruments,
                orders,
                positions,
                new Balances(),
                notices,
                counters,
                tickToTrade,
                incidents,
                channels,
                statistics,
                commands,
                stores,
                config.cancelOnStop() != CancelOnStop.NONE,
                config.cancelOnStop() == CancelOnStop.ALL);
    }

    /**
     * Starts the threads; the session connects once each is on its core.
     *
     * @throws ConfigException when one cannot be put there: it stops, nothing has connected
     */
    public void start() {
        loop.start(placement.loop(), duties.toArray(Agent[]::new));
        loops.startOthers(placement.other());
        if (strategyThread != null) {
            strategyThread.start(placement.strategy());
        }
        placement.apply();
        numbers.start();
    }

    /** Does what is due off the trading threads; called a few times a second. */
    void keepHouse() {
        allocations.sample(
                session.state() == SessionState.LIVE,
                counters.get(Counter.EVENTS),
                System.nanoTime());
    }

    /**
     * Stops as asked: tells the strategy, cancels what the settings say, closes the connection with
     * 1000, lets the ring drain, and ends the threads. Waits for each step, a few seconds at most.
     */
    @Override
    public void close() {
        try {
            commands.offer(CommandType.STOP_STRATEGY);
            awaitUntil(runner::isStopped);
            if (config.cancelOnStop() != CancelOnStop.NONE) {
                awaitUntil(() -> orders.openOrders() == 0 || !isLive());
            }
            commands.offer(CommandType.CLOSE);
            end.awaitClosed(CLOSE_MS);
            awaitUntil(() -> ring.size() == 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        numbers.close();
        loops.close();
        if (strategyThread != null) {
            strategyThread.close();
        }
    }

    private static void awaitUntil(BooleanSupplier reached) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MS);
        while (!reached.getAsBoolean() && System.nanoTime() - deadlineNs < 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    /** True while the session is live. */
    public boolean isLive() {
        return session.state() == SessionState.LIVE;
    }

    /** True once the session has been live, whatever it is now; any thread. */
    public boolean hasEverBeenLive() {
        return session.hasEverBeenLive();
    }

    /** True once the connection, which held until then, was closed because the run ends. */
    boolean isClosedAtEnd() {
        return session.isClosedAtEnd();
    }

    public SessionState state() {
        return session.state();
    }

    EngineEnd end() {
        return end;
    }

    /** Where other threads put what they want of the engine. */
    public Commands commands() {
        return commands;
    }

    /** What the view is to show; one thread reads. */
    public Notices notices() {
        return notices;
    }

    public Instruments instruments() {
        return instruments;
    }

    /** Every channel of market data by number; whoever wants another registers it first. */
    public MarketChannels channels() {
        return channels;
    }

    /** Figures of those channels. */
    public ChannelStatistics statistics() {
        return statistics;
    }

    /** How far the venue's clock is from ours. */
    public VenueClock venueClock() {
        return venueClock;
    }

    public Counters counters() {
        return counters;
    }

    public TickToTrade tickToTrade() {
        return tickToTrade;
    }

    public Positions positions() {
        return positions;
    }

    /** Orders that are open or of unknown outcome. */
    public int openOrders() {
        return orders.openOrders();
    }

    /** Whether what is known of the account may be wrong. */
    AccountDoubt accountDoubt() {
        return session.doubt();
    }

    OrderRefusals refusals() {
        return orders.refusals();
    }

    Incidents incidents() {
        return incidents;
    }

    AllocationMeter allocations() {
        return allocations;
    }

    /** Tickers handled of an instrument. */
    public long ticks(int instrumentId) {
        return runner.ticks(instrumentId);
    }

    boolean isNative() {
        return loop.isNative();
    }
}
