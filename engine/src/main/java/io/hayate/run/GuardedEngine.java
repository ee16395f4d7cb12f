package io.hayate.run;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import io.hayate.model.Shortage;
import java.util.function.Consumer;

/**
 * Ends an engine once, and also where the main thread meets what it cannot go on with: its orders are canceled
 * as settings say, not left to a process that is gone. Main thread.
 */
final class GuardedEngine implements AutoCloseable {
    /** What the main thread does with an engine. */
    interface Body {
        int run() throws InterruptedException;
    }

    private final Consumer<OutOfMemoryError> onShortage;
    private final Runnable closer;
    private final Consumer<String> complaints;
    private boolean isClosed;

    /**
     * Guards an engine.
     *
     * @param onShortage gives memory back, so that the end has some
     * @param closer ends the engine; called once
     * @param complaints told when memory is used up
     */
    GuardedEngine(
            Consumer<OutOfMemoryError> onShortage, Runnable closer, Consumer<String> complaints) {
        this.onShortage = onShortage;
        this.closer = closer;
        this.complaints = complaints;
    }

    /**
     * Runs the body. What it throws is thrown on once the engine has ended; a setting that is found wrong
     * is found before it starts.
     *
     * @return what the body does, or {@link ExitCodes#BROKEN_INVARIANT} for want of memory
     */
    int run(Body body) throws InterruptedException {
        try {
            return body.run();
        } catch (ConfigException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            onShortage.accept(e);
            close();
            complaints.accept("this machine gives too little: " + Shortage.of(e));
            return ExitCodes.BROKEN_INVARIANT;
        } catch (RuntimeException | Error e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /** Ends the engine; the second time does nothing. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            closer.run();
        }
    }
}
