package io.hayate.view.web.server;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes the answers that may take their time, one by one on thread {@code web-slow}, so that thread
 * {@code web} waits for none. Only so many wait. Any thread.
 */
final class SlowAnswers implements AutoCloseable {
    static final int WAITING_MAX = 8;

    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.MILLISECONDS,
                    new ArrayBlockingQueue<>(WAITING_MAX),
                    new DefaultThreadFactory("web-slow", true));

    /** Has this done behind what waits; false when too much does. */
    boolean offer(Runnable work) {
        try {
            worker.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Interrupts what is at work, and waits for nothing: it may never end. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
