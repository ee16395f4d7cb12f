package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.EngineRig;
import io.hayate.engine.EveryNthTicker;
import io.hayate.transport.IdleTask;
import io.hayate.transport.SharedSocket;
import io.netty.channel.Channel;
import io.netty.channel.unix.FileDescriptor;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.concurrent.SystemEpochClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WarmPathTest {
    private static final URI NOBODY = URI.create("ws://127.0.0.1:9/ws/2");
    private static final int ROUNDS = 200_000;
    private static final int SLICES = 20; // some may see what the JVM allocates once

    private static final List<Class<?>> WAYS_OUT =
            List.of(
                    SharedSocket.class,
                    Channel.class,
                    FileDescriptor.class,
                    java.nio.channels.Channel.class);

    @TempDir Path state;

    private EngineConfig config(String topology) {
        return EngineRig.config(
                NOBODY, state, Map.of("loop.topology", topology, "loop.idle", "yielding"));
    }

    @Test
    void shouldSendAnOrderAtEachOtherTurnAndAllocateNothing() {
        WarmPath path = WarmPath.of(config("one-thread").path(), SystemEpochClock.INSTANCE);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        IdleTask both = path.loopSide().then(path.strategySide());
        long orders = path.orders();
        int slicesWithBytes = 0;
        for (int i = 0; i < SLICES; i++) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            turn(both, ROUNDS / SLICES);
            slicesWithBytes += threads.getCurrentThreadAllocatedBytes() > bytes ? 1 : 0;
        }

        assertTrue(slicesWithBytes < SLICES / 4, slicesWithBytes + " of " + SLICES);
        assertEquals(ROUNDS / 2, path.orders() - orders);
    }

    private static void turn(IdleTask both, int rounds) {
        for (int i = 0; i < rounds; i++) {
            both.onIdle(i);
        }
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // the other is to get on meanwhile
    void shouldGoOnWhereEachSideHasAThread() throws Exception {
        WarmPath path = WarmPath.of(config("split").path(), SystemEpochClock.INSTANCE);
        long wanted = path.orders() + 10_000;
        Thread strategy =
                new Thread(
                        () -> {
                            while (path.orders() < wanted) {
                                path.strategySide().onIdle(0);
                                Thread.yield();
                            }
                        },
                        "strategy");
        strategy.start();

        while (path.orders() < wanted) {
            path.loopSide().onIdle(0);
            Thread.yield();
        }

        strategy.join();
    }

    /** What has no way to a socket, a file or a part of the engine cannot change it. */
    @Test
    void shouldReachNothingOfTheEngine() {
        EngineConfig config = config("one-thread");
        try (Engine engine = new Engine(config, NOBODY, new EveryNthTicker(1))) {
            ObjectGraph warm =
                    ObjectGraph.of(WarmPath.of(config.path(), SystemEpochClock.INSTANCE));
            ObjectGraph real = ObjectGraph.of(engine);

            assertEquals(Set.of(), warm.typesOf(WAYS_OUT));
            assertTrue(real.typesOf(WAYS_OUT).contains(SharedSocket.class.getName()));
            assertEquals(Set.of(), warm.typesSharedWith(real));
        }
    }
}
