package io.hayate.replay;

import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.engine.TradingPath;
import io.hayate.engine.TradingPathBuilder;
import io.hayate.event.EventRing;
import io.hayate.event.TrafficTap;
import io.hayate.history.HistorySource;
import io.hayate.model.AmountLimits;
import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.order.ClientOrderIds;
import io.hayate.recording.RecordingException;
import io.hayate.recording.capture.RecordedNumber;
import io.hayate.replay.ahead.Lookahead;
import io.hayate.replay.ahead.ReplayedReads;
import io.hayate.replay.ahead.RingOrder;
import io.hayate.session.Credentials;
import io.hayate.session.SessionOutcome;
import io.hayate.session.pool.LoopShare;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.agrona.concurrent.NanoClock;

/** A trading path whose connections are those of a recording, and whose clock a replay sets. One thread. */
final class ReplayedPath {
    private static final Credentials SOMEBODY = new Credentials("replay", "replay");
    private static final long NO_CONNECTION = -1;
    private static final int TURNS_MAX = 1_000_000;

    private final ReplayClock clock = new ReplayClock();
    private final List<ReplayedLoop> loops = new ArrayList<>();
    private final TradingPath path;
    private final RingOrder order; // null where one loop alone writes the ring
    private final StrategyRunner runner;
    private final ClientOrderIds ids;
    private final AmountLimits amounts = new AmountLimits();
    private ReplayedHistory history;
    private long nonce;
    private long leastUnits; // of the amounts that are told next

    /**
     * A path that stands still.
     *
     * @param hasAccount true where the recording is of one
     * @param seeds what the run drew
     * @param recording which loop was first in the ring; not asked where there is one loop
     */
    ReplayedPath(
            PathConfig config,
            boolean hasAccount,
            List<Strategy> strategies,
            ReplaySeeds seeds,
            ReplayedPath.Ahead recording,
            TrafficTap tap)
            throws IOException {
        clock.at(seeds.startNs());
        clock.wall(seeds.startMs());
        ids = new ClientOrderIds(unused -> seeds.nextIds(), seeds.startMs());
        int count = config.loop().loops();
        for (int i = 0; i < count; i++) {
            loops.add(new ReplayedLoop(i, clock, EventRing.roomy(config.loop().ringSize())));
        }
        LongSupplier nonces = () -> ++nonce;
        Topology topology = count == 1 ? Topology.ONE_THREAD : Topology.SPLIT;
        TradingPathBuilder builder =
                new TradingPathBuilder(config.with(topology), clock.clocks(recording.decisions()))
                        .account(
                                hasAccount ? SOMEBODY : Credentials.NONE,
                                atLeast -> nonces.getAsLong())
                        .history((known, commands) -> history(known, seeds.hasHistory()))
                        .past(seeds.past())
                        .clientOrderIds(ids)
                        .random(new SplittableRandom(seeds.seed()))
                        .loops(loops.stream().map(ReplayedLoop::port).toList())
                        .outcome(new Unheard())
                        .tap(tap)
                        .amounts(amounts);
        if (recording.reads() != null) {
            builder.reads(recording.reads());
            builder.sender(connection -> new ReplayedSender(connection, recording.reads()));
        }
        path = builder.build(strategies);
        runner = path.runner();
        loops.forEach(loop -> loop.join(path, recording.reads() != null));
        seeds.channels().forEach(this::register);
        order = count == 1 ? null : order(recording.places());
    }

    private RingOrder order(Lookahead places) {
        return new RingOrder(loops.stream().map(ReplayedLoop::ring).toList(), path.ring(), places);
    }

    /**
     * What the recording tells ahead.
     *
     * @param decisions the clock as the strategy's side read it
     * @param places which loop was first in the ring
     * @param reads what each thread has read of the others; null for what there is
     */
    record Ahead(NanoClock decisions, Lookahead places, ReplayedReads reads) {}

    private HistorySource history(Instruments instruments, boolean isAsked) {
        history = new ReplayedHistory(instruments);
        return isAsked ? history : HistorySource.NONE;
    }

    ReplayClock clock() {
        return clock;
    }

    TradingPath path() {
        return path;
    }

    /** Its loops, that of the account first. */
    List<ReplayedLoop> loops() {
        return loops;
    }

    /**
     * The loop of this number, from 0.
     *
     * @throws RecordingException when there is none
     */
    ReplayedLoop loop(int index) throws RecordingException {
        if (index < 0 || index >= loops.size()) {
            throw new RecordingException(
                    "loop "
                            + (index + 1)
                            + " of a run that has "
                            + loops.size()
                            + " by its settings");
        }
        return loops.get(index);
    }

    /** The loop that has the account. */
    ReplayedLoop first() {
        return loops.get(0);
    }

    /** The loop that has the connection of this number. */
    ReplayedLoop loopOf(int connection) {
        return loops.get(LoopShare.loopOf(Math.max(connection - 1, 0), loops.size()));
    }

    /** Brings events of several loops to their places in the ring, as far as there is room. */
    void order() {
        if (order != null) {
            order.bring();
        }
    }

    /** The loop whose event comes next in the ring; null where the recording does not say. */
    ReplayedLoop awaited() {
        if (order == null) {
            return first();
        }
        int loop = order.awaited();
        return loop == Lookahead.NOBODY ? null : loops.get(loop);
    }

    /** What the account's history has told, and tells now. */
    ReplayedHistory history() {
        return history;
    }

    /** A channel that nobody has asked for before has the next number, as it had. */
    void register(String words) {
        MarketChannel unused =
                path.channels().register(channelOf(words.split(" ")), path.instruments());
    }

    private static ChannelSpec channelOf(String[] words) {
        for (Channel channel : Channel.values()) {
            if (!channel.wireName().equals(words[0])) {
                continue;
            } else if (words[1].contains(":")) {
                return ChannelSpec.ofKey(channel, words[1]);
            }
            return switch (channel) {
                case BOOK ->
                        ChannelSpec.book(
                                words[1],
                                BookPrecision.valueOf(words[2]),
                                words[3],
                                Integer.parseInt(words[4]));
                case TRADES -> ChannelSpec.trades(words[1]);
                default -> ChannelSpec.ticker(words[1]);
            };
        }
        throw new IllegalStateException("a recorded channel " + String.join(" ", words));
    }

    /** True for the name of what the loop itself found out, behind its read. */
    static boolean isOfLoop(String name) {
        return name.equals(TrafficTap.NOT_SENT)
                || name.equals(TrafficTap.NOT_SENT_BEFORE)
                || name.equals(TrafficTap.LOST_CANCELS);
    }

    /** What the loop found out of messages that waited for the socket; told again where there was no room. */
    void onFound(RecordedNumber told) {
        if (told.name().equals(TrafficTap.LOST_CANCELS)) {
            path.orderConnection().onLostCancels((int) told.value());
            return;
        }
        boolean isPresent = told.name().equals(TrafficTap.NOT_SENT);
        long connection = isPresent ? path.session().connection() : NO_CONNECTION;
        boolean unused = path.orderConnection().onNotSent(connection, told.value());
    }

    /** Something that came from outside of the trading threads. */
    void onTold(String name, long value) {
        if (name.startsWith(TrafficTap.KILL)) {
            path.halt().kill(name.substring(TrafficTap.KILL.length()));
        } else if (name.equals(TrafficTap.UNPLUGGED)) {
            runner.strategies().unplug((int) value);
        } else if (name.equals(TrafficTap.END)) {
            path.halt().end();
        } else if (name.startsWith(TrafficTap.LEAST)) {
            leastUnits = value;
        } else if (name.startsWith(TrafficTap.MOST)) {
            int id = Integer.parseInt(name.substring(TrafficTap.MOST.length()));
            amounts.set(id, leastUnits, value);
        }
    }

    /** Takes one more block of order numbers, when there is one. */
    void refill() {
        boolean unused = ids.refill(clock.time());
    }

    /** The strategy's side handles the next event; false when there is none. */
    boolean handleOne() {
        return runner.handle(1) > 0;
    }

    /** Events that wait for it, in whichever ring. */
    int waiting() {
        int own = order == null ? 0 : loops.stream().mapToInt(loop -> loop.ring().size()).sum();
        return own + path.ring().size();
    }

    /** How many it has handled. */
    long handled() {
        return runner.handled();
    }

    /** Lets the only loop and the strategy do what there is, one after the other, until nothing is left. */
    void turnAll() {
        for (int i = 0; i < TURNS_MAX; i++) {
            boolean isHandled = false;
            while (handleOne()) {
                isHandled = true;
            }
            if (first().turn() == 0 && !isHandled) {
                return;
            }
        }
        throw new IllegalStateException("a replayed path never rests");
    }

    /** How it ends is told by the recording. */
    private static final class Unheard implements SessionOutcome {
        @Override
        public void onClosed() {}

        @Override
        public void onUnreachable(String reason) {}

        @Override
        public void onNothingSubscribed(String reason) {}
    }
}
