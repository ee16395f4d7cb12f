package io.hayate.engine;

import io.hayate.event.TradingHalt;
import io.hayate.model.Printable;
import io.hayate.model.Shortage;
import io.hayate.session.SessionOutcome;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Why the engine ends: the first reason counts. Trading threads, the console and signals tell it;
 * the main thread waits for it. From the first reason on no new order leaves.
 */
public final class EngineEnd implements SessionOutcome {
    private final AtomicReference<Reason> first = new AtomicReference<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final TradingHalt halt;

    /** Of an engine that goes on, whose trading this halts. */
    public EngineEnd(TradingHalt halt) {
        this.halt = halt;
    }

    /**
     * A reason to end.
     *
     * @param exitCode what the process answers
     * @param text for a person; empty when it ends as asked
     * @param cause the broken invariant, or null
     */
    public record Reason(int exitCode, String text, Throwable cause) {
        private static final int FRAMES_TOLD = 64;

        /** The reason as lines that are safe to print, also where the venue worded it. */
        public String lines() {
            String words = Printable.line(text);
            return cause == null ? words : words + "\n" + Printable.trace(cause, FRAMES_TOLD);
        }
    }

    /** Ends as asked: by a person, a signal, or because the time is over. */
    public void onAsked() {
        end(new Reason(ExitCodes.OK, "", null));
    }

    /** The time was over before the session ever came live. */
    public void onNeverLive() {
        end(new Reason(ExitCodes.NOT_CONNECTED, "not live before --duration ended", null));
    }

    void onBroken(Throwable cause) {
        String missing = Shortage.of(cause);
        end(
                missing == null
                        ? broken("a broken invariant stopped the engine", cause)
                        : broken("this machine gives too little: " + missing, null));
    }

    private static Reason broken(String text, Throwable cause) {
        return new Reason(ExitCodes.BROKEN_INVARIANT, text, cause);
    }

    @Override
    public void onClosed() {
        closed.countDown();
        asked.countDown();
    }

    @Override
    public void onUnreachable(String reason) {
        end(new Reason(ExitCodes.NOT_CONNECTED, reason, null));
    }

    @Override
    public void onNothingSubscribed(String reason) {
        end(new Reason(ExitCodes.USAGE, reason, null));
    }

    private void end(Reason reason) {
        halt.end();
        first.compareAndSet(null, reason);
        asked.countDown();
    }

    /** Waits for a reason; false when there is none within the time. */
    public boolean await(long timeoutMs) throws InterruptedException {
        return asked.await(timeoutMs, TimeUnit.MILLISECONDS);
    }

    /** Waits until the session has closed its connection. */
    boolean awaitClosed(long timeoutMs) throws InterruptedException {
        return closed.await(timeoutMs, TimeUnit.MILLISECONDS);
    }

    /** The reason, or null while there is none. */
    public Reason reason() {
        return first.get();
    }
}
