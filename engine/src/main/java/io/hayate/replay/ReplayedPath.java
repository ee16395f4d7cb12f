package io.hayate.replay;

import io.hayate.engine.LoopPort;
import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.engine.TradingPath;
import io.hayate.engine.TradingPathBuilder;
import io.hayate.event.TrafficTap;
import io.hayate.history.HistorySource;
import io.hayate.model.AmountLimits;
import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.order.ClientOrderIds;
import io.hayate.session.Credentials;
import io.hayate.session.SessionOutcome;
import io.hayate.session.SessionRole;
import io.hayate.session.pool.Sessions;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyRunner;
import io.hayate.transport.Transport;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.agrona.concurrent.NanoClock;

/** A trading path whose connections are those of a recording, and whose clock a replay sets. One thread. */
final class ReplayedPath {
    private static final Credentials SOMEBODY = new Credentials("replay", "replay");
    private static final int TURNS_MAX = 1_000_000;

    private final ReplayClock clock = new ReplayClock();
    private final Map<Integer, ReplayTransport> transports = new HashMap<>();
    private final TradingPath path;
    private final Sessions sessions;
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
     */
    ReplayedPath(
            PathConfig config,
            boolean hasAccount,
            List<Strategy> strategies,
            ReplaySeeds seeds,
            NanoClock decisions,
            TrafficTap tap)
            throws IOException {
        clock.at(seeds.startNs());
        clock.wall(seeds.startMs());
        ids = new ClientOrderIds(unused -> seeds.nextIds(), seeds.startMs());
        LongSupplier nonces = () -> ++nonce;
        path =
                new TradingPathBuilder(config.with(Topology.ONE_THREAD), clock.clocks(decisions))
                        .account(
                                hasAccount ? SOMEBODY : Credentials.NONE,
                                atLeast -> nonces.getAsLong())
                        .history((known, commands) -> history(known))
                        .past(seeds.past())
                        .clientOrderIds(ids)
                        .random(new SplittableRandom(seeds.seed()))
                        .loops(List.of(LoopPort.of(this::transport)))
                        .outcome(new Unheard())
                        .tap(tap)
                        .amounts(amounts)
                        .build(strategies);
        sessions = path.sessions().get(0);
        runner = path.runner();
        path.commands().hold(true);
    }

    private HistorySource history(Instruments instruments) {
        history = new ReplayedHistory(instruments);
        return history;
    }

    private Transport transport(SessionRole role) {
        return transports.computeIfAbsent(role.connection(), number -> new ReplayTransport());
    }

    ReplayClock clock() {
        return clock;
    }

    TradingPath path() {
        return path;
    }

    Sessions sessions() {
        return sessions;
    }

    /** The connection of this number; null while the path has none. */
    ReplayTransport transport(int connection) {
        return transports.get(connection);
    }

    /** The one of a path that has one connection. */
    ReplayTransport only() {
        return transports.values().iterator().next();
    }

    /** All that the venue sent until then was read. */
    void seenUntil(long timeNs) {
        transports.values().forEach(transport -> transport.seenUntil(timeNs));
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

    /** How many it has handled. */
    long handled() {
        return runner.handled();
    }

    /** Lets the loop do what is due, the next tick of time left out; returns what there was to do. */
    int turnLoop() {
        long nowNs = clock.nanoTime();
        clock.set(Math.min(nowNs, sessions.nextTickNs() - 1));
        int work = sessions.doWork();
        clock.set(nowNs);
        for (ReplayTransport transport : transports.values()) {
            work += transport.offerAgain() ? 1 : 0;
        }
        return work;
    }

    /** Lets loop and strategy do what there is, one after the other, until nothing is left. */
    void turnAll() {
        for (int i = 0; i < TURNS_MAX; i++) {
            boolean isHandled = false;
            while (handleOne()) {
                isHandled = true;
            }
            if (turnLoop() == 0 && !isHandled) {
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
