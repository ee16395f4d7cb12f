package io.hayate.run;

import io.hayate.engine.ExitCodes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes of Ctrl-C and SIGTERM a request that the main thread carries out in peace. The process then
 * ends with the exit code that the main thread gives, 0 where it gives none, and not with the number
 * of the signal.
 */
public final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "stop-signal");
    private volatile Runnable listener = () -> {};
    private volatile int exitCode = ExitCodes.OK;

    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Sets what a signal runs, on a thread of the JVM that is shutting down. */
    public void onSignal(Runnable told) {
        listener = told;
        if (asked.getCount() == 0) {
            told.run();
        }
    }

    /** Sets the exit code of a process that a signal ends; returns it. */
    public int exitCode(int code) {
        exitCode = code;
        return code;
    }

    /** Does as if the signal had come; the process goes on until its work is done. */
    public void stop() {
        asked.countDown();
    }

    /** Waits for the signal. */
    public void await() throws InterruptedException {
        asked.await();
    }

    private void onShutdown() {
        asked.countDown();
        listener.run();
        try {
            if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed: the process may end. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            done.countDown(); // the signal came: the hook waits for this
        }
    }
}
