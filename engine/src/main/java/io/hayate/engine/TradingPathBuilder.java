package io.hayate.engine;

import io.hayate.event.Commands;
import io.hayate.event.ReadsOfPath;
import io.hayate.event.TradingHalt;
import io.hayate.event.TrafficTap;
import io.hayate.history.HistorySource;
import io.hayate.journal.SegmentSource;
import io.hayate.journal.memory.MemorySegments;
import io.hayate.journal.past.PastOrders;
import io.hayate.journal.past.StrategyNumbers;
import io.hayate.metrics.Meters;
import io.hayate.model.AmountLimits;
import io.hayate.model.Clocks;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.order.ClientOrderIds;
import io.hayate.outbound.DirectOrderSender;
import io.hayate.outbound.OpenNumbers;
import io.hayate.outbound.OrderConnection;
import io.hayate.outbound.OrderSender;
import io.hayate.session.Credentials;
import io.hayate.session.NonceSource;
import io.hayate.session.SessionOutcome;
import io.hayate.strategy.KillScope;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyMember;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Gathers what a {@link TradingPath} is built from. Loops, an outcome, random numbers and client order
 * ids must be given; everything else has a default. One thread.
 */
public final class TradingPathBuilder {
    /** How many orders are known at once. */
    static final int ORDERS_KEPT = 16_384;

    private static final int JOURNAL_BYTES = 1 << 20;
    private static final int JOURNAL_SEGMENTS = 4;

    private final PathConfig config;
    private final Clocks clocks;
    private Credentials credentials = Credentials.NONE;
    private NonceSource nonces;
    private ClientOrderIds clientOrderIds;
    private RandomGenerator random;
    private List<LoopPort> loops = List.of();
    private SessionOutcome outcome;
    private TradingHalt halt; // null for one of its own
    private Function<OrderConnection, OrderSender> senders = DirectOrderSender::new;
    private boolean isOneHost;
    private PathTraffic traffic = new PathTraffic(false, TrafficTap.NONE, null);
    private long storeBytes = Long.MAX_VALUE;
    private AmountLimits amounts = new AmountLimits();
    private OpenNumbers openNumbers = new OpenNumbers(ORDERS_KEPT);
    private Meters meters = Meters.onHeap(MarketChannels.COUNT_MAX);
    private PastOrders past = new PastOrders(0);
    private BiFunction<Instruments, Commands, HistorySource> history =
            (instruments, commands) -> HistorySource.NONE;
    private SegmentSource journal = new MemorySegments(JOURNAL_BYTES, JOURNAL_SEGMENTS);

    public TradingPathBuilder(PathConfig config, Clocks clocks) {
        this.config = config;
        this.clocks = clocks;
    }

    /** The account that orders are for; without this public channels alone are heard. */
    public TradingPathBuilder account(Credentials keys, NonceSource nonceSource) {
        credentials = keys;
        nonces = nonceSource;
        return this;
    }

    /** What orders are numbered by. */
    public TradingPathBuilder clientOrderIds(ClientOrderIds ids) {
        clientOrderIds = ids;
        return this;
    }

    /** What spreads reconnects. */
    public TradingPathBuilder random(RandomGenerator generator) {
        random = generator;
        return this;
    }

    /** The loops that turn the sessions, that of the account first. */
    public TradingPathBuilder loops(List<LoopPort> ports) {
        loops = List.copyOf(ports);
        return this;
    }

    /** Told, on the loops, how it ends. */
    public TradingPathBuilder outcome(SessionOutcome taker) {
        outcome = taker;
        return this;
    }

    /** Who halts trading; without this the path has one of its own. */
    public TradingPathBuilder halt(TradingHalt given) {
        halt = given;
        return this;
    }

    /** How orders leave, where they do not go straight to the transport. */
    public TradingPathBuilder sender(Function<OrderConnection, OrderSender> maker) {
        senders = maker;
        return this;
    }

    /** True when the venue counts all connections together, as they go to one host. */
    public TradingPathBuilder oneHost(boolean isOne) {
        isOneHost = isOne;
        return this;
    }

    /** True to show all traffic from the start, secrets masked. */
    public TradingPathBuilder traced(boolean isShown) {
        traffic = new PathTraffic(isShown, traffic.tap(), traffic.reads());
        return this;
    }

    /** Hears of all that comes and leaves; what spreads reconnects has a seed that is drawn now, and told. */
    TradingPathBuilder recorded(TrafficTap listener) {
        long seed = new SplittableRandom().nextLong();
        listener.onNumber(TrafficTap.SEED, seed, clocks.nano().nanoTime());
        return tap(listener).random(new SplittableRandom(seed));
    }

    /** Hears of all that comes and leaves. */
    public TradingPathBuilder tap(TrafficTap listener) {
        traffic = new PathTraffic(traffic.isTraced(), listener, traffic.reads());
        return this;
    }

    /** By which each thread reads what others write, where that is not what there is now. */
    public TradingPathBuilder reads(ReadsOfPath given) {
        traffic = new PathTraffic(traffic.isTraced(), traffic.tap(), given);
        return this;
    }

    /** What books, prints and candles of all channels may take, in bytes. */
    public TradingPathBuilder storeBytes(long most) {
        storeBytes = most;
        return this;
    }

    /** What the venue's lists say of each instrument. */
    public TradingPathBuilder amounts(AmountLimits limits) {
        amounts = limits;
        return this;
    }

    /** How many orders are known at once. */
    public TradingPathBuilder ordersKept(int most) {
        return openNumbers(new OpenNumbers(most));
    }

    /** Where other threads find the numbers of open orders; as many orders are known at once. */
    public TradingPathBuilder openNumbers(OpenNumbers numbers) {
        openNumbers = numbers;
        return this;
    }

    /** Where figures and incidents are gathered, when others are to be there before the path is. */
    public TradingPathBuilder meters(Meters gathered) {
        meters = gathered;
        return this;
    }

    /** Where the journal of orders has its memory from, where it is to outlive the process. */
    public TradingPathBuilder journal(SegmentSource segments) {
        journal = segments;
        return this;
    }

    /** What runs before have left without an end. */
    public TradingPathBuilder past(PastOrders orders) {
        past = orders;
        return this;
    }

    /** Makes what is asked for the account's history, of these instruments, by this loop's commands. */
    public TradingPathBuilder history(BiFunction<Instruments, Commands, HistorySource> maker) {
        history = maker;
        return this;
    }

    private PathWiring wiring() {
        TradingHalt halted = halt == null ? new TradingHalt(traffic.tap(), clocks.nano()) : halt;
        halted.killsAccount(config.orders().stop().killScope() == KillScope.ACCOUNT);
        if (config.orders().isHalted()) {
            halted.begin("trading.halted = true");
        }
        PathTraffic read = traffic.reads() == null ? traffic.reading(clocks.nano()) : traffic;
        return new PathWiring(loops, outcome, halted, senders, isOneHost, random, read, storeBytes);
    }

    /** Puts it together with one strategy; it stands still. */
    public TradingPath build(Strategy strategy) {
        return build(List.of(strategy));
    }

    /** Puts it together with each strategy that the settings name; it stands still. */
    public TradingPath build(List<Strategy> strategies) {
        int named = config.strategy().names().size();
        if (strategies.size() != named) {
            throw new IllegalStateException(
                    strategies.size() + " strategies are given for " + named);
        }
        if (loops.size() != config.loop().loops()) {
            throw new IllegalStateException(
                    loops.size() + " loops are given for " + config.loop().loops());
        }
        PathPast.tell(past, traffic.tap(), clocks.nano());
        Map<String, Integer> numbers =
                StrategyNumbers.of(
                        config.strategy().members().stream().map(StrategyMember::name).toList(),
                        past.strategies(),
                        past.books().strategies());
        past.books().assign(numbers);
        return new TradingPath(
                config.numbered(numbers),
                clocks,
                new PathAccount(
                        credentials,
                        nonces,
                        clientOrderIds,
                        amounts,
                        openNumbers,
                        journal,
                        past,
                        history),
                wiring(),
                meters,
                strategies);
    }
}
