package io.hayate.transport;

import io.hayate.model.IdleMode;
import java.util.function.Consumer;
import org.agrona.concurrent.SystemNanoClock;

/** Loops for tests, on the system's clock. */
final class Loops {
    private Loops() {}

    static IoLoop loop(IoKind io, IdleMode idle, long idleWaitMaxNs, Consumer<Throwable> onError) {
        return loop(io, idle, idleWaitMaxNs, FrameBudget.UNBOUNDED, onError);
    }

    static IoLoop loop(
            IoKind io,
            IdleMode idle,
            long idleWaitMaxNs,
            FrameBudget budget,
            Consumer<Throwable> onError) {
        return new IoLoop(
                "loop",
                io,
                new Idling(idle, idleWaitMaxNs),
                SystemNanoClock.INSTANCE,
                budget,
                onError);
    }
}
