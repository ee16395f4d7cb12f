package io.hayate.guard;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The thread {@code guard}: turns a {@link KillGuard} some ten times a second. */
public final class GuardThread implements AutoCloseable {
    private static final long POLL_MS = 100;
    private static final long SETTLED_POLL_MS = 10;

    private final KillGuard guard; // null where there is nothing that it could do
    private final Consumer<String> teller;
    private final Thread thread = new Thread(this::run, "guard");
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A thread that stands still.
     *
     * @param guard null where there is nothing that it could do
     * @param teller told when it ends of itself
     */
    public GuardThread(KillGuard guard, Consumer<String> teller) {
        this.guard = guard;
        this.teller = teller;
        thread.setDaemon(true);
    }

    /** Starts it. */
    public void start() {
        if (guard != null) {
            thread.start();
        }
    }

    private void run() {
        try {
            do {
                guard.look();
            } while (!closed.await(POLL_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            teller.accept("kill by REST is not there any more: " + e);
        }
    }

    /** Waits until no kill has anything left to do, but no longer than this. */
    public void awaitSettled(long mostMs) throws InterruptedException {
        long left = thread.isAlive() ? mostMs : 0;
        while (left > 0 && !guard.isSettled()) {
            TimeUnit.MILLISECONDS.sleep(SETTLED_POLL_MS);
            left -= SETTLED_POLL_MS;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
