package io.hayate.transport;

import io.hayate.model.IdleMode;
import io.hayate.transport.websocket.FrameBudget;
import java.util.function.Consumer;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemNanoClock;

/** Loops for tests, on the system's clock or on one of the test's. */
final class Loops {
    private Loops() {}

    static IoLoop loop(IoKind io, IdleMode idle, long idleWaitMaxNs, Consumer<Throwable> onError) {
        NanoClock clock = SystemNanoClock.INSTANCE;
        return loop(io, new Idling(idle, idleWaitMaxNs), clock, FrameBudget.UNBOUNDED, onError);
    }

    static IoLoop loop(
            IoKind io,
            Idling idling,
            NanoClock clock,
            FrameBudget budget,
            Consumer<Throwable> onError) {
        return new IoLoop("loop", io, idling, clock, budget, onError);
    }
}
