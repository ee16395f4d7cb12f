package io.hayate.engine;

import io.hayate.event.AccountStanding;
import io.hayate.event.Commands;
import io.hayate.event.DeadManArming;
import io.hayate.event.DecisionClock;
import io.hayate.event.EventRing;
import io.hayate.event.Notices;
import io.hayate.event.SharedReads;
import io.hayate.event.Tracer;
import io.hayate.event.TradingHalt;
import io.hayate.event.TradingState;
import io.hayate.event.TrafficTap;
import io.hayate.event.VenueMaintenance;
import io.hayate.history.HistorySource;
import io.hayate.intake.VenueClock;
import io.hayate.intake.VenueClockReads;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.past.PastOrders;
import io.hayate.market.ChannelStores;
import io.hayate.market.KnownMarkets;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.metrics.Meters;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Clocks;
import io.hayate.model.Counts;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import io.hayate.order.Balances;
import io.hayate.order.DoubtKeeping;
import io.hayate.order.OrderKeeping;
import io.hayate.order.OrderManager;
import io.hayate.order.Positions;
import io.hayate.order.TradingAccount;
import io.hayate.outbound.OrderConnection;
import io.hayate.outbound.OrderEntry;
import io.hayate.outbound.RequestJournal;
import io.hayate.portfolio.HeldWords;
import io.hayate.risk.RiskGate;
import io.hayate.session.MarketScope;
import io.hayate.session.Session;
import io.hayate.session.SessionAccount;
import io.hayate.session.SessionOutcome;
import io.hayate.session.SessionPorts;
import io.hayate.session.SessionSetup;
import io.hayate.session.SessionTime;
import io.hayate.session.TransportFactory;
import io.hayate.session.pool.ChannelPlan;
import io.hayate.session.pool.ConnectionLimits;
import io.hayate.session.pool.LoopShare;
import io.hayate.session.pool.OutcomeOfAll;
import io.hayate.session.pool.Sessions;
import io.hayate.strategy.OwnReports;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyRunner;
import io.hayate.strategy.StrategySetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The path of a frame without threads: sessions that read frames into the ring, a strategy that is
 * called with what is in it, and the orders that it sends.
 *
 * <p>It stands still until somebody turns it: {@link Sessions#doWork} of each loop, and {@link
 * StrategyRunner#doWork}. All on one thread, or each on a thread of its own, as the settings say that
 * the path was made for. An {@link Engine} gives it loops and sockets.
 */
public final class TradingPath {
    private final Clocks clocks;
    private final Instruments instruments;
    private final MarketChannels channels;
    private final Meters meters;
    private final Notices notices = new Notices();
    private final List<Commands> commands = new ArrayList<>();
    private final EventRing ring;
    private final VenueClock venueClock = new VenueClock();
    private final VenueMaintenance maintenance = new VenueMaintenance();
    private final Positions positions;
    private final List<Sessions> sessions = new ArrayList<>();
    private final TrafficTap tap;
    private final TradingState trading;
    private final OrderJournal journal;
    private final HistorySource history;
    private final OrderManager orders;
    private final StrategyRunner runner;

    TradingPath(
            PathConfig config,
            Clocks clocks,
            PathAccount account,
            PathWiring wiring,
            Meters meters,
            List<Strategy> strategies) {
        this.clocks = clocks;
        this.meters = meters;
        meters.tickToTrade().stamps(config.loop().stamps());
        Map<Integer, String> names = account.past().books().names();
        positions = new Positions(names, config.strategy().numbersByName().keySet());
        instruments = Instruments.of(config.tickers());
        ChannelStores stores = new ChannelStores(config.history(), wiring.storeBytes());
        channels = new MarketChannels(channel -> stores.prepare(channel) && isNamed(channel));
        ring = LoopPort.ringOf(wiring.loops(), config.loop());
        tap = wiring.traffic().tap();
        Tracer tracer = new Tracer(notices, wiring.traffic().isTraced(), tap);
        wiring.loops().forEach(port -> commands.add(commands(port)));
        boolean isCareful = config.orders().stop().deadMan() == DeadManMode.TRUE;
        SharedReads reads = wiring.traffic().reads().ofLoop(0);
        AccountStanding standing = new AccountStanding(new DeadManArming(isCareful, reads));
        SessionPorts ports =
                new SessionPorts(ring, commands(), meters.counters(), maintenance, tracer, reads);
        makeSessions(sessionSetup(config, account, wiring, ports, standing), wiring);
        trading = trading(standing, wiring);
        journal =
                new OrderJournal(account.journal(), instruments, clocks, meters.counters(), names);
        history = account.history().apply(instruments, commands());
        OwnReports ownReports = new OwnReports();
        DecisionClock decisions =
                new DecisionClock(clocks.nano(), clocks.decisions(), tracer.tap());
        orders = orderManager(config, account, wiring, tracer, decisions, ownReports);
        runner = new StrategyRunner(strategySetup(config, stores), strategies, decisions);
        ownReports.listener(runner::onOwnReport);
        assign(account.past(), config.strategy());
        recover(account.past());
        positions.former().forEach(this::tellFormer);
        if (isCareful
                && history.lookForOthers(
                        account.openNumbers()::contains, standing.deadMan()::onLooked)) {
            standing.deadMan().onLookBegun();
        }
    }

    private TradingState trading(AccountStanding standing, PathWiring wiring) {
        SharedReads reads = wiring.traffic().reads().ofStrategy();
        return new TradingState(session().doubt(), standing, maintenance, wiring.halt(), reads);
    }

    /** Whoever has added it: a replay gives it the same number. */
    private boolean isNamed(MarketChannel channel) {
        long nowNs = clocks.nano().nanoTime();
        tap.onNumber(TrafficTap.CHANNEL + channel.spec(), channel.id(), nowNs);
        meters.statistics().name(channel.id(), channel.kind().wireName(), channel.displayName());
        return true;
    }

    private void recover(PastOrders past) {
        long nowNs = clocks.nano().nanoTime();
        long nowMs = clocks.epoch().time();
        tap.onNumber(TrafficTap.RECOVERED, nowMs, nowNs);
        orders.recover(past, nowNs, nowMs);
        tap.onNumber(TrafficTap.HISTORY, history.isThere() ? 1 : 0, nowNs);
    }

    /** What a run before has left open comes back to the strategy of the same name. */
    private void assign(PastOrders past, StrategyConfig strategy) {
        Map<String, Integer> left = past.assign(strategy.numbersByName());
        left.forEach(
                (name, count) ->
                        meters.incidents()
                                .tell(
                                        Counts.of(count, "order")
                                                + " of strategy "
                                                + name
                                                + ", which runs no more: now the account's"));
    }

    private void tellFormer(String name, int number) {
        String held = HeldWords.of(positions.of(number).portfolio(), instruments);
        if (!held.isEmpty()) {
            String words = "strategy " + name + ", which runs no more, holds " + held;
            meters.incidents().tell(words + ": that stays with the account");
        }
    }

    private Commands commands(LoopPort port) {
        Commands commands = new Commands(clocks.nano());
        commands.onOffer(port.wake());
        return commands;
    }

    private void makeSessions(SessionSetup setup, PathWiring wiring) {
        int count = wiring.loops().size();
        ConnectionLimits limits = new ConnectionLimits(setup.config(), wiring.isOneHost());
        ChannelPlan plan = new ChannelPlan(setup.config(), setup.account().isPresent());
        List<LoopShare> shares = LoopShare.of(plan, commands);
        SessionOutcome ofAll = new OutcomeOfAll(count, wiring.outcome());
        for (int i = 0; i < count; i++) {
            LoopPort port = wiring.loops().get(i);
            TransportFactory transports = TappedTransport.of(port.transports(), tap, clocks.nano());
            SessionSetup own = i == 0 ? setup : ofOther(setup, wiring.traffic().reads().ofLoop(i));
            SessionSetup ready = port.ring() == null ? own : own.with(port.ring());
            sessions.add(new Sessions(ready, shares.get(i), limits, transports, ofAll));
        }
    }

    private SessionSetup ofOther(SessionSetup first, SharedReads ownReads) {
        RandomGenerator drawn = new SplittableRandom(first.random().nextLong());
        return first.with(meters.counters().part(), ownReads, drawn);
    }

    private SessionSetup sessionSetup(
            PathConfig config,
            PathAccount account,
            PathWiring wiring,
            SessionPorts ports,
            AccountStanding standing) {
        return new SessionSetup(
                config.session(),
                new SessionAccount(
                        account.credentials(),
                        account.nonces(),
                        config.orders().limits().tradingEnabled()
                                && config.orders().stop().deadManSwitch(),
                        standing,
                        wiring.halt()),
                new MarketScope(
                        instruments,
                        config.channels(),
                        channels,
                        meters.statistics(),
                        config.market()),
                config.decoder(),
                ports,
                sessionTime(config.loop(), ports),
                wiring.random());
    }

    private SessionTime sessionTime(LoopConfig loop, SessionPorts ports) {
        SharedReads reads = loop.loops() > 1 ? ports.reads() : SharedReads.PLAIN;
        VenueClockReads clock = new VenueClockReads(venueClock, reads);
        return new SessionTime(clocks, clock, loop.timerTickMs(), loop.stamps());
    }

    private OrderManager orderManager(
            PathConfig path,
            PathAccount account,
            PathWiring wiring,
            Tracer tracer,
            DecisionClock decisions,
            OwnReports ownReports) {
        OrderConfig config = path.orders();
        OrderEntry entry =
                new OrderEntry(
                        wiring.senders().apply(orderConnection()),
                        meters.tickToTrade(),
                        tracer,
                        trading,
                        decisions,
                        new RequestJournal(journal, channels));
        return new OrderManager(
                instruments,
                entry,
                new RiskGate(
                        config.limits(), config.quoteLimits(), account.amounts(), trading.reads()),
                account.clientOrderIds(),
                new OrderKeeping(
                        account.openNumbers(),
                        config.answerTimeoutMs(),
                        new DoubtKeeping(
                                history, config.absent(), venueClock::zeroMs, trading.reads()),
                        path.strategy().limits()),
                positions,
                meters.counters(),
                ownReports);
    }

    private StrategySetup strategySetup(PathConfig config, ChannelStores stores) {
        return new StrategySetup(
                config.strategy(),
                ring,
                new KnownMarkets(instruments, channels, stores, trading.reads()),
                new TradingAccount(orders, positions, new Balances(positions.funds())),
                notices,
                commands(),
                meters,
                config.orders().stop().cancelOnStop());
    }

    /** Clocks that the path tells the time by. */
    public Clocks clocks() {
        return clocks;
    }

    /** Instruments of this path. */
    public Instruments instruments() {
        return instruments;
    }

    /** Every channel of market data by number; whoever wants another registers it first. */
    public MarketChannels channels() {
        return channels;
    }

    /** Figures of those channels. */
    public ChannelStatistics statistics() {
        return meters.statistics();
    }

    /** Counters of this path; any thread reads. */
    public Counters counters() {
        return meters.counters();
    }

    /** What went wrong, with examples; any thread reads. */
    public Incidents incidents() {
        return meters.incidents();
    }

    /** Times from tick to order; any thread reads. */
    public TickToTrade tickToTrade() {
        return meters.tickToTrade();
    }

    /** What the view is to show; one thread reads. */
    public Notices notices() {
        return notices;
    }

    /** What is wanted of each loop; a replay says when it is taken. */
    public List<Commands> commandsOfLoops() {
        return List.copyOf(commands);
    }

    /** Where other threads put what they want of the path: the first loop's. */
    public Commands commands() {
        return commands.get(0);
    }

    /** Ring between sessions and strategy. */
    public EventRing ring() {
        return ring;
    }

    /** How far the venue's clock is from ours. */
    public VenueClock venueClock() {
        return venueClock;
    }

    /** Sums of our fills; any thread reads. */
    public Positions positions() {
        return positions;
    }

    /** What each loop turns: the first has the account, and the session on which orders leave. */
    public List<Sessions> sessions() {
        return List.copyOf(sessions);
    }

    /** The session on which orders leave. */
    public Session session() {
        return sessions.get(0).primary();
    }

    /** The same as the order path knows it. */
    public OrderConnection orderConnection() {
        return new SessionOrderConnection(session(), trading, tap, clocks.nano());
    }

    /** How the account stands on its connection; any thread reads. */
    public AccountStanding standing() {
        return trading.standing();
    }

    /** Whether trading is halted; any thread halts and resumes. */
    public TradingHalt halt() {
        return trading.halt();
    }

    /** What is written of orders; the strategy side's thread. */
    public OrderJournal journal() {
        return journal;
    }

    /** What is asked for the account's history; who starts the path starts and closes it. */
    public HistorySource history() {
        return history;
    }

    /** Orders of ours; the strategy side's thread. */
    public OrderManager orders() {
        return orders;
    }

    /** What the strategy's thread turns. */
    public StrategyRunner runner() {
        return runner;
    }
}
