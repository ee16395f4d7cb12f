package io.hayate.simulation;

import io.hayate.engine.PathConfig;
import io.hayate.event.ReadsOfPath;
import io.hayate.event.TrafficTap;
import io.hayate.session.Credentials;
import io.hayate.strategy.Strategy;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.exchange.VenueControls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;

/**
 * Engines and an exchange on one thread under one virtual clock. It always goes to the next time at
 * which anything is due; between those nothing happens. The same settings and seeds give the same run
 * each time: every message, every order, every byte.
 *
 * <p>One thread. Engines allocate nothing in a steady state; the exchange does.
 */
public final class Simulation {
    private final VirtualClock clock;
    private final Exchange exchange;
    private Exchange market; // where market data alone comes from
    private final LatencyModel up;
    private final LatencyModel down;
    private final List<SimulatedEngine> engines = new ArrayList<>();
    private final List<Link> left = new ArrayList<>(); // of those that were killed
    private int disks;
    private long steps;
    private WireListener wire = WireListener.NONE;
    private SimulatedProcess process =
            new SimulatedProcess(null, TrafficTap.NONE, 16_384, null); // of the next engine
    private InputSchedule inputs = InputSchedule.NONE;
    private LongSupplier allocated = () -> 0;
    private long engineBytes;

    /**
     * An exchange without engines.
     *
     * @param startMs what its wall clock shows at first, since 1970
     * @param up how long an engine's messages are under way
     * @param down how long the exchange's are
     */
    public Simulation(VenueConfig venue, long startMs, LatencyModel up, LatencyModel down) {
        this(new Exchange(venue, VenueListener.NONE, startMs, 0), startMs, up, down);
    }

    /**
     * An exchange that somebody else has made, without clients so far.
     *
     * @param exchange its time is {@code startMs} and 0 ns
     */
    public Simulation(Exchange exchange, long startMs, LatencyModel up, LatencyModel down) {
        clock = new VirtualClock(startMs);
        this.exchange = exchange;
        market = exchange;
        this.up = up;
        this.down = down;
    }

    /** Lets this, and nothing else, move the exchange from outside. */
    public void feed(InputSchedule schedule) {
        inputs = schedule;
    }

    /**
     * Lets connections for market data alone lead to another exchange, of engines that are made from now
     * on.
     *
     * @param other its time is the same
     */
    public void hear(Exchange other) {
        market = other;
    }

    /** The time of all of it. */
    public VirtualClock clock() {
        return clock;
    }

    /** The exchange's faults, and its markets by hand. */
    public VenueControls controls() {
        return exchange.controls(Runnable::run);
    }

    /** What the exchange has seen. */
    public VenueTotals totals() {
        return exchange.totals();
    }

    /** What is wrong with the exchange's money, orders, books and positions: nothing, ever. */
    public List<String> findings() {
        return exchange.findings();
    }

    /** The exchange itself, to be asked what it knows. */
    public Exchange exchange() {
        return exchange;
    }

    /** Connections that the exchange has, and has not ended. */
    public int connections() {
        return exchange.openSessions();
    }

    /** Has the engines that are made from now on tell all that comes to them and leaves. */
    public void record(TrafficTap listener) {
        process = process.with(listener);
    }

    /** By which each thread of the engines that are made from now on reads what others write. */
    void reads(ReadsOfPath given) {
        process = process.with(given);
    }

    /** How many orders the engines that are made from now on know at once: 16,384 unless said. */
    public void keepOrders(int most) {
        process = process.keeping(most);
    }

    /** One more engine, which connects in its first turn. */
    public SimulatedEngine engine(PathConfig config, Credentials credentials, Strategy strategy) {
        return engine(config, credentials, List.of(strategy));
    }

    /** As {@link #engine(PathConfig, Credentials, Strategy)}, with each strategy that the settings name. */
    public SimulatedEngine engine(
            PathConfig config, Credentials credentials, List<Strategy> strategies) {
        SimulatedDisk disk = new SimulatedDisk(++disks, clock.time());
        return engine(config, credentials, disk, strategies);
    }

    private SimulatedEngine engine(
            PathConfig config,
            Credentials credentials,
            SimulatedDisk disk,
            List<Strategy> strategies) {
        String address = "10.0.0." + disk.number();
        SimulatedEngine engine =
                new SimulatedEngine(
                        new ExchangeWay(clock, exchange, up),
                        role -> link(role.carriesAccount() ? exchange : market, address),
                        config,
                        credentials,
                        process.with(disk),
                        strategies);
        engines.add(engine);
        return engine;
    }

    /** Ends an engine at once, as kill -9 does: its connections are cut, its journal stays as it is. */
    public void kill(SimulatedEngine engine) {
        engines.remove(engine);
        engine.links().forEach(Link::hangUp);
        left.addAll(engine.links());
    }

    /** Another engine in the place of one that was killed: it goes on with what that has left. */
    public SimulatedEngine restart(
            SimulatedEngine killed, PathConfig config, Credentials credentials, Strategy strategy) {
        return restart(killed, config, credentials, List.of(strategy));
    }

    /** As {@link #restart(SimulatedEngine, PathConfig, Credentials, Strategy)}, with several strategies. */
    public SimulatedEngine restart(
            SimulatedEngine killed,
            PathConfig config,
            Credentials credentials,
            List<Strategy> strategies) {
        return engine(config, credentials, killed.disk(), strategies);
    }

    private Link link(Exchange to, String address) {
        return new Link(clock, to, address, up, down, this::onText);
    }

    private void onText(boolean up, DirectBuffer text, int offset, int length) {
        wire.onText(up, text, offset, length);
    }

    /** Lets this hear from now on what engines and the exchange send each other. */
    public void listen(WireListener listener) {
        wire = listener;
    }

    /** Messages and timers so far. */
    public long steps() {
        return steps;
    }

    /**
     * Counts from now on what engines allocate.
     *
     * @param bytesOfThread what this thread has allocated so far
     */
    void meter(LongSupplier bytesOfThread) {
        allocated = bytesOfThread;
        engineBytes = 0;
    }

    /** Bytes that engines have allocated since {@link #meter}. */
    long engineBytes() {
        return engineBytes;
    }

    /**
     * Holds an engine up from now on, as a callback that does not return or a stopped process does: it
     * neither reads nor acts. Then it does what is due before it looks at its connections again.
     */
    public void holdUp(SimulatedEngine engine, long ns) {
        engine.heldUntilNs(clock.nanoTime() + ns);
        engine.transports().forEach(SimulatedTransport::onHeldUp);
    }

    /** Lets so much time pass. */
    public void runFor(long ns) {
        run(() -> false, clock.nanoTime() + ns);
    }

    /**
     * Lets time pass until something holds, which is asked after each step.
     *
     * @return false when it did not within so much time
     */
    public boolean runUntil(BooleanSupplier reached, long mostNs) {
        return run(reached, clock.nanoTime() + mostNs);
    }

    private boolean run(BooleanSupplier reached, long endNs) {
        turnAll();
        while (!reached.getAsBoolean()) {
            long dueNs = nextDueNs();
            if (dueNs > endNs) {
                clock.advanceTo(endNs);
                tellTime(endNs);
                return false;
            }
            clock.advanceTo(Math.max(dueNs, clock.nanoTime()));
            step();
        }
        return true;
    }

    private void tellTime(long nowNs) {
        exchange.onTime(clock.time(), nowNs);
        if (market != exchange) {
            market.onTime(clock.time(), nowNs);
        }
    }

    private void turnAll() {
        for (SimulatedEngine engine : engines) {
            engine.turn(clock.time());
        }
    }

    private long nextDueNs() {
        long dueNs = Math.min(exchange.nextDueNs(), inputs.nextDueNs());
        dueNs = Math.min(dueNs, market.nextDueNs());
        for (int i = 0; i < left.size(); i++) {
            dueNs = Math.min(dueNs, left.get(i).nextDueNs());
        }
        for (int i = 0; i < engines.size(); i++) {
            SimulatedEngine engine = engines.get(i);
            boolean isHeld = engine.isHeldUp();
            dueNs = Math.min(dueNs, isHeld ? engine.heldUntilNs() : engine.nextTickNs());
            for (int j = 0; j < engine.links().size(); j++) {
                dueNs = Math.min(dueNs, engine.links().get(j).nextDueNs());
                if (!isHeld) {
                    dueNs = Math.min(dueNs, engine.transports().get(j).nextDueNs());
                }
            }
        }
        return dueNs;
    }

    /** All that is due now: the exchange first, then each engine with what has come to it. */
    private void step() {
        long nowNs = clock.nanoTime();
        steps++;
        if (exchange.nextDueNs() <= nowNs || market.nextDueNs() <= nowNs) {
            tellTime(nowNs);
        }
        while (inputs.nextDueNs() <= nowNs) {
            exchange.onTime(clock.time(), nowNs);
            inputs.step();
            steps++;
        }
        takeUp(left, nowNs);
        for (int i = 0; i < engines.size(); i++) {
            SimulatedEngine engine = engines.get(i);
            takeUp(engine.links(), nowNs);
            if (isHeldUp(engine, nowNs)) {
                continue;
            }
            long before = allocated.getAsLong();
            takeDown(engine, nowNs);
            engineBytes += allocated.getAsLong() - before;
        }
    }

    /** True while an engine is held up; one that was goes on first with what it was about. */
    private boolean isHeldUp(SimulatedEngine engine, long nowNs) {
        if (engine.isHeldUp() && engine.heldUntilNs() <= nowNs) {
            engine.heldUntilNs(SimulatedEngine.NOT_HELD);
            engine.turn(clock.time());
        }
        return engine.isHeldUp();
    }

    /** What has come to the exchange. */
    private void takeUp(List<Link> links, long nowNs) {
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            while (link.nextDueNs() <= nowNs) {
                tellTime(nowNs);
                link.step();
                steps++;
            }
        }
    }

    /** What has come to an engine, and what it does about it. */
    private void takeDown(SimulatedEngine engine, long nowNs) {
        boolean isTouched = engine.nextTickNs() <= nowNs;
        for (int i = 0; i < engine.transports().size(); i++) {
            SimulatedTransport transport = engine.transports().get(i);
            while (transport.nextDueNs() <= nowNs) {
                transport.step();
                steps++;
                isTouched = true;
            }
        }
        engine.transports().forEach(SimulatedTransport::onSeen);
        if (isTouched) {
            engine.turn(clock.time());
        }
    }
}
