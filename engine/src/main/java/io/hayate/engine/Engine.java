package io.hayate.engine;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.Notices;
import io.hayate.event.TradingHalt;
import io.hayate.event.TrafficTap;
import io.hayate.guard.GuardThread;
import io.hayate.history.PairList;
import io.hayate.journal.file.JournalSegments;
import io.hayate.metrics.AllocationMeter;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.metrics.Meters;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.AmountLimits;
import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.SessionState;
import io.hayate.order.OrderRefusals;
import io.hayate.order.Positions;
import io.hayate.outbound.DirectOrderSender;
import io.hayate.outbound.OpenNumbers;
import io.hayate.outbound.OrderConnection;
import io.hayate.outbound.OrderSender;
import io.hayate.outbound.QueuedOrders;
import io.hayate.state.Marks;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.Strategies;
import io.hayate.strategy.Strategy;
import io.hayate.transport.IdleTask;
import io.hayate.transport.OutboundQueue;
import io.hayate.transport.SharedSocket;
import io.hayate.transport.SharedWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * One session with one strategy: builds the path of a frame from its parts, starts it and stops it.
 *
 * <p>Made, started and stopped by one thread. Other threads talk to it by {@link #commands()}.
 */
public final class Engine implements AutoCloseable {
    private static final int ORDER_QUEUE_BYTES = 1 << 18;
    private static final long WARM_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long STOP_MS = 2_000;
    private static final long CANCEL_MS = 5_000;
    private static final long CLOSE_MS = 5_000;
    private static final long POLL_MS = 5;

    private final EngineConfig config;
    private final Clocks clocks = new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE);
    private final ThreadPlacement placement;
    private final TradingHalt halt;
    private final TurnWatch turns = new TurnWatch();
    private final EngineEnd end;
    private final TradingPath path;
    private final MarketLoops loops;
    private final AccountNumbers numbers;
    private final GuardThread guard;
    private final PairList pairs;
    private final EngineJournal journal;
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
        this(
                config,
                url,
                List.of(strategy),
                TrafficTap.NONE,
                Meters.onHeap(MarketChannels.COUNT_MAX));
    }

    /**
     * An engine with each strategy that the settings name, whose traffic a tap hears.
     *
     * @param meters that stand at zero
     */
    public Engine(
            EngineConfig config,
            URI url,
            List<Strategy> strategies,
            TrafficTap tap,
            Meters meters) {
        this.config = config;
        halt = new TradingHalt(tap, clocks.nano());
        end = new EngineEnd(halt);
        ThreadPlan plan = ThreadPlan.of(config);
        boolean split = plan.isSplit();
        placement = new ThreadPlacement(plan);
        Marks marks = new Marks(config.stateDir(), config.credentials().apiKey(), clocks.nano());
        AmountLimits amounts = PathTraffic.amounts(tap, clocks.nano());
        boolean isAccount = config.credentials().isPresent();
        numbers = new AccountNumbers(marks, isAccount, meters.incidents(), clocks, tap);
        AccountHistory past = history(url, meters.incidents(), tap);
        OpenNumbers open = new OpenNumbers(TradingPathBuilder.ORDERS_KEPT);
        journal = EngineJournal.open(config, marks, meters.incidents(), clocks);
        loops = new MarketLoops(config, url, clocks, end::onBroken);
        OutboundQueue queue =
                split ? new OutboundQueue(ORDER_QUEUE_BYTES, loops.first()::wake) : null;
        path =
                ofAccount(plan, open)
                        .amounts(amounts)
                        .history(past::make)
                        .meters(meters)
                        .recorded(tap)
                        .loops(loops.ports())
                        .oneHost(loops.firstSockets().shareHost())
                        .outcome(end)
                        .halt(halt)
                        .sender(connection -> sender(connection, queue))
                        .storeBytes(new MemoryNeed(config).storeBytes())
                        .traced(config.trace())
                        .build(strategies);
        guard = past.guard(path.instruments(), halt, open, this::foreignOrders);
        pairs = past.pairs(path.instruments(), amounts, path.session()::hasEverBeenLive);
        StrategyDuty duty = new StrategyDuty(path.runner(), path.orders(), turns, end::onBroken);
        strategyThread = split ? new StrategyThread(duty, path.ring(), config.loop().idle()) : null;
        duties = split ? splitDuties(queue) : List.of(duty, path.sessions().get(0)); // acts first
        allocations = new AllocationMeter(tradingThreads(), WARM_NS);
    }

    private AccountHistory history(URI url, Incidents incidents, TrafficTap tap) {
        return new AccountHistory(config, url, numbers.nonces(), incidents, clocks, tap);
    }

    private TradingPathBuilder ofAccount(ThreadPlan plan, OpenNumbers open) {
        return new TradingPathBuilder(config.path().with(plan.topology()), clocks)
                .account(config.credentials(), numbers.nonces())
                .clientOrderIds(numbers.ids())
                .openNumbers(open)
                .journal(journal.source())
                .past(journal.past());
    }

    private List<Agent> splitDuties(OutboundQueue queue) {
        return List.of(path.sessions().get(0), new QueuedOrders(queue, path.orderConnection()));
    }

    /** In split the strategy's thread writes the socket itself where it can. */
    private OrderSender sender(OrderConnection connection, OutboundQueue queue) {
        if (queue == null) {
            return new DirectOrderSender(connection);
        }
        SharedSocket shared = loops.firstSockets().first().share();
        return shared == null
                ? queue::offer
                : new SharedWriter(shared, queue, connection::mayLeave)::send;
    }

    private List<Thread> tradingThreads() {
        List<Thread> threads = new ArrayList<>(loops.threads());
        if (strategyThread != null) {
            threads.add(strategyThread.thread());
        }
        return threads;
    }

    /** Has idle turns rehearse as often as the settings say, the loop's and the strategy's; before the start. */
    public void keepWarm(IdleTask loopSide, IdleTask strategySide) {
        KeptWarm.join(config.loop(), path, loops.first(), loopSide, strategyThread, strategySide);
    }

    /**
     * Starts the threads; the session connects once each is on its core.
     *
     * @throws ConfigException when one cannot be put there: it stops, nothing has connected
     */
    public void start() {
        journal.start(); // first: the session's beginning is in it, too
        loops.first().start(placement.loop(), duties.toArray(Agent[]::new));
        loops.startOthers(placement.other(), path.sessions());
        if (strategyThread != null) {
            strategyThread.start(placement.strategy());
        }
        placement.apply();
        numbers.start();
        path.history().start();
        guard.start();
        if (config.path().orders().limits().tradingEnabled() && isListTold()) {
            pairs.start();
        }
    }

    /** What stands for the venue on this machine need not speak HTTP, and may count its connections. */
    private boolean isListTold() {
        return config.venue().embedded() || !config.venue().isLoopback();
    }

    /** Asks from now on whether the trading threads turn; for one thread, once they have started. */
    public Liveness liveness() {
        return new Liveness(loops.executors(), turns::count);
    }

    /** Does what is due off the trading threads; called a few times a second. */
    public void keepHouse() {
        long nowNs = clocks.nano().nanoTime();
        allocations.sample(isLive(), path.counters().get(Counter.EVENTS), nowNs);
        turns.look(nowNs, what -> path.incidents().report(what, null));
        path.runner().watch().look(nowNs, what -> path.incidents().report(what, null));
    }

    /**
     * Stops as asked: halts trading for good, tells the strategy, cancels what the settings say, closes
     * the connection with 1000, lets the ring drain, and ends the threads. Waits for each step, a few
     * seconds at most, and for a callback that does not return no longer than a second.
     */
    @Override
    public void close() {
        halt.end();
        try {
            path.commands().offer(CommandType.STOP_STRATEGY);
            awaitUntil(path.runner()::isStopped, STOP_MS);
            if (config.path().orders().stop().cancelOnStop() != CancelOnStop.NONE) {
                awaitUntil(() -> openOrders() == 0 || !isLive(), CANCEL_MS);
            }
            path.commands().close();
            if (strategyThread != null || !isStuck()) { // else the loop itself stands still
                end.awaitClosed(CLOSE_MS);
            }
            awaitUntil(() -> path.ring().size() == 0, STOP_MS);
            cancelByRest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        guard.close();
        if (isStuck()) {
            path.incidents()
                    .report("a callback of the strategy never returned: it is left behind", null);
        }
        numbers.close();
        pairs.close();
        path.history().close();
        loops.close();
        if (strategyThread != null) {
            strategyThread.close();
        }
        closeJournal();
    }

    /** What a strategy that never returned leaves open, and what a kill has not canceled by now. */
    private void cancelByRest() throws InterruptedException {
        boolean isWanted = config.path().orders().stop().cancelOnStop() == CancelOnStop.ALL;
        if (isStuck() && isWanted && openOrders() > 0) {
            halt.kill("the engine ends");
        }
        guard.awaitSettled(CANCEL_MS);
    }

    /** A strategy that never returned may still write. */
    private void closeJournal() {
        boolean hasWriterEnded = tradingThreads().stream().noneMatch(Thread::isAlive);
        if (hasWriterEnded) {
            path.orders().onEnd();
            path.journal().close();
        }
        journal.close(hasWriterEnded);
    }

    private void awaitUntil(BooleanSupplier reached, long mostMs) throws InterruptedException {
        long deadlineNs = clocks.nano().nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMs);
        while (!reached.getAsBoolean() && !isStuck() && clocks.nano().nanoTime() - deadlineNs < 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private boolean isStuck() {
        return turns.stuckNs(clocks.nano().nanoTime()) >= TurnWatch.STUCK_NS;
    }

    /** True while the session is live. */
    public boolean isLive() {
        return path.session().state() == SessionState.LIVE;
    }

    /** What the engine turns; what any thread may read of it says so. */
    public TradingPath path() {
        return path;
    }

    /** The files that the journal of orders lies in; null where it lies in memory. */
    public JournalSegments journalFiles() {
        return journal.files();
    }

    /** State of the session; any thread. */
    public SessionState state() {
        return path.session().state();
    }

    /** How the engine ended, or will end; any thread. */
    public EngineEnd end() {
        return end;
    }

    /** Where other threads put what they want of the engine. */
    public Commands commands() {
        return path.commands();
    }

    /** What the view is to show; one thread reads. */
    public Notices notices() {
        return path.notices();
    }

    /** Instruments of this run. */
    public Instruments instruments() {
        return path.instruments();
    }

    /** Every channel of market data by number; whoever wants another registers it first. */
    public MarketChannels channels() {
        return path.channels();
    }

    /** Figures of those channels. */
    public ChannelStatistics statistics() {
        return path.statistics();
    }

    /** Counters of this run; any thread reads. */
    public Counters counters() {
        return path.counters();
    }

    /** Times from tick to order; any thread reads. */
    public TickToTrade tickToTrade() {
        return path.tickToTrade();
    }

    /** Sums of our fills; any thread reads. */
    public Positions positions() {
        return path.positions();
    }

    /** Orders that are open or of unknown outcome. */
    public int openOrders() {
        return path.orders().openOrders();
    }

    /** Open orders of the account that are not ours. */
    public int foreignOrders() {
        return path.orders().others().foreign().count();
    }

    /** The strategies that run, for whoever stops and starts them; any thread. */
    public Strategies strategies() {
        return path.runner().strategies();
    }

    /** Whether trading is halted; any thread halts and resumes. */
    public TradingHalt halt() {
        return halt;
    }

    /** Orders refused here, by reason; any thread reads. */
    public OrderRefusals refusals() {
        return path.orders().refusals();
    }

    /** What went wrong on trading threads; one other thread takes it. */
    public Incidents incidents() {
        return path.incidents();
    }

    /** Bytes that the trading threads allocated; any thread reads. */
    public AllocationMeter allocations() {
        return allocations;
    }

    /** Tickers handled of an instrument. */
    public long ticks(int instrumentId) {
        return path.runner().ticks(instrumentId);
    }

    /** What the venue is spoken to with. */
    public SocketFacts sockets() {
        return new SocketFacts(loops.first().isNative(), loops.firstSockets().tls());
    }
}
