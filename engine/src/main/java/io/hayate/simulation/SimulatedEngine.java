package io.hayate.simulation;

import io.hayate.engine.LoopPort;
import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.engine.TradingPath;
import io.hayate.engine.TradingPathBuilder;
import io.hayate.event.Commands;
import io.hayate.event.TrafficTap;
import io.hayate.history.HistoryAccount;
import io.hayate.history.RestTap;
import io.hayate.journal.SegmentStore;
import io.hayate.model.Instruments;
import io.hayate.order.ClientOrderIds;
import io.hayate.outbound.DirectOrderSender;
import io.hayate.outbound.OpenNumbers;
import io.hayate.outbound.QueuedOrders;
import io.hayate.session.AuthSigner;
import io.hayate.session.Credentials;
import io.hayate.session.SessionOutcome;
import io.hayate.session.SessionRole;
import io.hayate.session.pool.Sessions;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyRunner;
import io.hayate.transport.OutboundQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An engine's trading path in a {@link Simulation}: the simulation turns it, on its own thread and
 * clock. What an engine does beside its trading threads, such as numbers set apart, is done here, too.
 */
public final class SimulatedEngine {
    /** In place of a time: it acts. */
    static final long NOT_HELD = Long.MIN_VALUE;

    private static final int TURNS_MAX = 1_000_000;
    private static final int QUEUE_BYTES = 1 << 16;
    private static final long CONNECT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    private final TradingPath path;
    private final List<Sessions> sessions;
    private final StrategyRunner runner;
    private final ClientOrderIds ids;
    private final SimulatedDisk disk;
    private final OpenNumbers openNumbers;
    private final QueuedOrders orders; // null where they go straight to the socket
    private final List<Link> links = new ArrayList<>();
    private final List<SimulatedTransport> transports = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private SimulatedHistory history;
    private long heldUntilNs = NOT_HELD;
    private int firstLoop;
    private boolean isStrategyHeld;

    SimulatedEngine(
            ExchangeWay venue,
            Function<SessionRole, Link> newLink,
            PathConfig config,
            Credentials credentials,
            SimulatedProcess process,
            List<Strategy> strategies) {
        boolean isSplit = config.loop().topology() == Topology.SPLIT;
        OutboundQueue queue = isSplit ? new OutboundQueue(QUEUE_BYTES, () -> {}) : null;
        VirtualClock clock = venue.clock();
        TrafficTap tap = process.tap();
        disk = process.disk();
        openNumbers = new OpenNumbers(process.ordersKept());
        tap.onNumber(TrafficTap.SEED, disk.number(), clock.nanoTime());
        ids = new ClientOrderIds(atLeast -> reserveIds(atLeast, tap, clock), clock.time());
        path =
                new TradingPathBuilder(config, clock.clocks())
                        .account(credentials, disk::nextNonce)
                        .history(
                                (known, commands) ->
                                        history(venue, credentials, known, commands, tap))
                        .clientOrderIds(ids)
                        .openNumbers(openNumbers)
                        .past(disk.past())
                        .journal(disk.journal())
                        .random(new SplittableRandom(disk.number()))
                        .tap(tap)
                        .reads(process.reads())
                        .sender(queue == null ? DirectOrderSender::new : way -> queue::offer)
                        .loops(loops(config.loop().loops(), clock, newLink))
                        .outcome(new Outcome())
                        .build(strategies);
        orders = queue == null ? null : new QueuedOrders(queue, path.orderConnection());
        sessions = path.sessions();
        runner = path.runner();
    }

    private List<LoopPort> loops(
            int count, VirtualClock clock, Function<SessionRole, Link> newLink) {
        LoopPort loop = LoopPort.of(role -> transport(clock, newLink.apply(role)));
        return Collections.nCopies(count, loop);
    }

    private long reserveIds(long atLeast, TrafficTap tap, VirtualClock clock) {
        long first = disk.reserveIds(atLeast);
        tap.onNumber(TrafficTap.IDS, first, clock.nanoTime());
        return first;
    }

    private SimulatedHistory history(
            ExchangeWay venue,
            Credentials credentials,
            Instruments instruments,
            Commands commands,
            TrafficTap tap) {
        HistoryAccount account =
                new HistoryAccount(
                        credentials.apiKey(),
                        new AuthSigner(credentials.apiSecret())::sign,
                        () -> disk.nextNonce(venue.clock().time() * 1_000));
        RestTap heard = new RestTap(tap, venue.clock()::nanoTime);
        history = new SimulatedHistory(venue, "10.1.0.1", account, instruments, commands, heard);
        return history;
    }

    /** What goes wrong when it asks for its account's history. */
    public HistoryFaults historyFaults() {
        return history.faults();
    }

    /** The path that is turned. */
    public TradingPath path() {
        return path;
    }

    /** The numbers of its open orders, as others than its strategy's thread read them. */
    public OpenNumbers openNumbers() {
        return openNumbers;
    }

    /** What its journal of orders has, the latest 16 MiB of it. */
    public SegmentStore journal() {
        return disk.journal();
    }

    /** What goes wrong on its connections, in the order in which they were first made. */
    public List<LinkFaults> faults() {
        return links.stream().map(Link::faults).toList();
    }

    /** How it ended, in words; empty while it goes on. */
    public List<String> outcomes() {
        return List.copyOf(outcomes);
    }

    private SimulatedTransport transport(VirtualClock clock, Link link) {
        SimulatedTransport transport = new SimulatedTransport(clock, link, CONNECT_TIMEOUT_NS);
        links.add(link);
        transports.add(transport);
        return transport;
    }

    SimulatedDisk disk() {
        return disk;
    }

    List<Link> links() {
        return links;
    }

    List<SimulatedTransport> transports() {
        return transports;
    }

    /** True while it neither reads nor acts. */
    boolean isHeldUp() {
        return heldUntilNs != NOT_HELD;
    }

    /** Until when it neither reads nor acts, or {@link #NOT_HELD}. */
    long heldUntilNs() {
        return heldUntilNs;
    }

    void heldUntilNs(long timeNs) {
        heldUntilNs = timeNs;
    }

    /** The strategy's thread stands still, or goes on, while the loops turn. */
    void strategyHeld(boolean isHeld) {
        isStrategyHeld = isHeld;
    }

    /** When its timers are due. */
    long nextTickNs() {
        long nextNs = history.nextDueNs();
        for (int i = 0; i < sessions.size(); i++) {
            nextNs = Math.min(nextNs, sessions.get(i).nextTickNs());
        }
        return nextNs;
    }

    /** Turns it until it rests: of several loops another is first each time. */
    void turn(long nowMs) {
        ids.refill(nowMs);
        for (int i = 0; i < TURNS_MAX; i++) {
            int handled = isStrategyHeld ? 0 : runner.doWork();
            if (history.doWork() + handled + turnLoops() == 0) {
                return;
            }
        }
        throw new IllegalStateException("an engine never rests");
    }

    private int turnLoops() {
        int count = sessions.size();
        firstLoop = firstLoop + 1 < count ? firstLoop + 1 : 0;
        int work = 0;
        for (int i = 0; i < count; i++) {
            int next = firstLoop + i;
            work += sessions.get(next < count ? next : next - count).doWork();
        }
        return work + (orders == null ? 0 : orders.doWork());
    }

    /** Takes how it ends. */
    private final class Outcome implements SessionOutcome {
        @Override
        public void onClosed() {
            outcomes.add("closed");
        }

        @Override
        public void onUnreachable(String reason) {
            outcomes.add("unreachable: " + reason);
        }

        @Override
        public void onNothingSubscribed(String reason) {
            outcomes.add("nothing subscribed: " + reason);
        }
    }
}
