package io.hayate.rehearsal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A call of what may never return, on a thread of its own that holds up no end. Whoever made it waits as
 * long as it likes.
 */
final class BoundedCall<T> {
    private final FutureTask<T> task;

    private BoundedCall(String name, Callable<T> call) {
        task = new FutureTask<>(call);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins the call on a thread of this name. */
    static <T> BoundedCall<T> begin(String name, Callable<T> call) {
        return new BoundedCall<>(name, call);
    }

    boolean isDone() {
        return task.isDone();
    }

    /** Interrupts it; nobody waits any more. */
    void giveUp() {
        task.cancel(true);
    }

    /**
     * What a call that is done has returned.
     *
     * @throws ExecutionException with what it threw
     */
    T result() throws ExecutionException, InterruptedException {
        return task.get();
    }
}
