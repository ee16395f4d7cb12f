package io.hayate.simulation;

import io.hayate.engine.TradingPath;
import io.hayate.event.CommandType;
import io.hayate.event.ReadsOfPath;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.event.TrafficTap;
import io.hayate.model.ChannelSpec;
import io.hayate.model.MarketChannel;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.NanoClock;

/**
 * Threads of an engine that run into each other as threads of their own do, though it is one that plays
 * them: whenever a loop has read what the strategy's side writes, that side may go on before the loop does;
 * whenever that side has read what others write, the loop may read a frame, or a person add a channel or use
 * the kill switch, before it goes on.
 */
final class InterleavedThreads {
    private static final int EVENTS_MAX = 4;
    private static final int KILLED_ONE_OF = 400;
    private static final int KILLED_QUEUED_ONE_OF = 25;
    private static final int ADDED_ONE_OF = 100;
    private static final List<ChannelSpec> ADDED =
            List.of(
                    ChannelSpec.trades("tETHUSD"),
                    ChannelSpec.book("tETHUSD"),
                    ChannelSpec.candles("1m", "tBTCUSD"));

    private final SplittableRandom random;
    private SimulatedEngine engine; // null before it runs
    private boolean isLoopIn;
    private boolean isStrategyIn;
    private int steps;
    private int added;

    InterleavedThreads(long seed) {
        random = new SplittableRandom(seed);
    }

    /** What the threads of the next engine read by. */
    ReadsOfPath of(TrafficTap tap, NanoClock clock) {
        ReadsOfPath told = ReadsOfPath.toldTo(tap, clock);
        return new ReadsOfPath() {
            @Override
            public SharedReads ofLoop(int index) {
                return afterEach(told.ofLoop(index), InterleavedThreads.this::turnStrategy);
            }

            @Override
            public SharedReads ofStrategy() {
                SharedReads reads =
                        afterEach(told.ofStrategy(), InterleavedThreads.this::turnOthers);
                return new SharedReads() {
                    @Override
                    public long read(SharedValue what, long value) {
                        if (what == SharedValue.HANDED_OVER) {
                            killQueued();
                        }
                        return reads.read(what, value);
                    }

                    @Override
                    public long goOn(SharedValue what, long parts) {
                        return reads.goOn(what, parts);
                    }
                };
            }
        };
    }

    private static SharedReads afterEach(SharedReads reads, Runnable other) {
        return new SharedReads() {
            @Override
            public long read(SharedValue what, long value) {
                long read = reads.read(what, value);
                other.run();
                return read;
            }

            @Override
            public long goOn(SharedValue what, long parts) {
                return reads.goOn(what, parts);
            }
        };
    }

    /** From now on they run. */
    void run(SimulatedEngine started) {
        engine = started;
    }

    /** How often one went on in the midst of another. */
    int steps() {
        return steps;
    }

    private void turnStrategy() {
        if (engine == null || isStrategyIn || isLoopIn || random.nextBoolean()) {
            return;
        }
        isStrategyIn = true;
        steps += engine.path().runner().handle(1 + random.nextInt(EVENTS_MAX));
        isStrategyIn = false;
    }

    /** While an order waits for the loop. */
    private void killQueued() {
        if (engine != null && random.nextInt(KILLED_QUEUED_ONE_OF) == 0) {
            engine.path().halt().kill("while an order waits for the socket");
            steps++;
        }
    }

    /** As the console does it: the loop hears of it later. */
    private void addChannel(ChannelSpec spec) {
        TradingPath path = engine.path();
        MarketChannel channel = path.channels().register(spec, path.instruments());
        boolean unused = path.commands().offer(CommandType.SUBSCRIBE, channel.id(), 0);
    }

    private void turnOthers() {
        if (engine == null || isStrategyIn || isLoopIn || random.nextBoolean()) {
            return;
        }
        if (random.nextInt(KILLED_ONE_OF) == 0) {
            engine.path().halt().kill("in the midst of a decision");
            steps++;
        }
        if (added < ADDED.size() && random.nextInt(ADDED_ONE_OF) == 0) {
            addChannel(ADDED.get(added));
            added++;
        }
        isLoopIn = true;
        for (SimulatedTransport transport : engine.transports()) {
            if (transport.isFrameDue()) {
                transport.step();
                steps++;
                break;
            }
        }
        isLoopIn = false;
    }
}
