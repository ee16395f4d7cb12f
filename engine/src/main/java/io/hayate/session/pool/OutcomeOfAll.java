package io.hayate.session.pool;

import io.hayate.session.SessionOutcome;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells that all is closed when each loop has told it; any thread. */
public final class OutcomeOfAll implements SessionOutcome {
    private final AtomicInteger open;
    private final SessionOutcome outcome;

    /** The outcome of so many loops. */
    public OutcomeOfAll(int loops, SessionOutcome outcome) {
        open = new AtomicInteger(loops);
        this.outcome = outcome;
    }

    @Override
    public void onClosed() {
        if (open.decrementAndGet() == 0) {
            outcome.onClosed();
        }
    }

    @Override
    public void onUnreachable(String reason) {
        outcome.onUnreachable(reason);
    }

    @Override
    public void onNothingSubscribed(String reason) {
        outcome.onNothingSubscribed(reason);
    }
}
