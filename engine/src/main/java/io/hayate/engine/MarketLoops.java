package io.hayate.engine;

import io.hayate.model.Clocks;
import io.hayate.session.pool.Sessions;
import io.hayate.transport.Idling;
import io.hayate.transport.IoLoop;
import io.hayate.transport.websocket.FrameBudget;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The loops of an engine and their sockets: the first has the account, those beside it, if any, not. */
final class MarketLoops implements AutoCloseable {
    private final List<IoLoop> loops = new ArrayList<>();
    private final List<Sockets> sockets = new ArrayList<>();

    /** Makes loops that stand still. */
    MarketLoops(EngineConfig config, URI url, Clocks clocks, Consumer<Throwable> onError) {
        Idling idling =
                new Idling(
                        config.loop().idle(),
                        TimeUnit.MILLISECONDS.toNanos(config.loop().timerTickMs()));
        FrameBudget budget = new MemoryNeed(config).frameBudget();
        for (int i = 0; i < config.loop().loops(); i++) {
            String name = i == 0 ? "loop" : "loop-" + (i + 1);
            IoLoop loop =
                    new IoLoop(
                            name, config.transport().io(), idling, clocks.nano(), budget, onError);
            loops.add(loop);
            sockets.add(new Sockets(config, url, loop));
        }
    }

    /** What each loop gives its sessions. */
    List<LoopPort> ports() {
        List<LoopPort> ports = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            ports.add(new LoopPort(sockets.get(i), loops.get(i)::wake));
        }
        return ports;
    }

    /** The loop that has the account. */
    IoLoop first() {
        return loops.get(0);
    }

    /** What made the first loop's sockets. */
    Sockets firstSockets() {
        return sockets.get(0);
    }

    /** What runs a task on each loop. */
    List<Executor> executors() {
        return loops.stream().<Executor>map(loop -> loop::execute).toList();
    }

    List<Thread> threads() {
        return loops.stream().map(IoLoop::thread).toList();
    }

    /** Starts the loops beside the first, each with its sessions. */
    void startOthers(BooleanSupplier mayBegin, List<Sessions> sessions) {
        for (int i = 1; i < loops.size(); i++) {
            loops.get(i).start(mayBegin, sessions.get(i));
        }
    }

    @Override
    public void close() {
        loops.forEach(IoLoop::close);
    }
}
