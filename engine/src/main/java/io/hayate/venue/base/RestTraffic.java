package io.hayate.venue.base;

import io.hayate.venue.RestTotals;
import java.util.concurrent.atomic.AtomicLong;

/** Requests by REST and what became of them: counted on the venue thread, read by any. */
public final class RestTraffic {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong signed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong limited = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    /** A request has come. */
    public void requested(boolean withSignature) {
        requests.incrementAndGet();
        if (withSignature) {
            signed.incrementAndGet();
        }
    }

    /** A request was answered as asked. */
    public void answered() {
        answered.incrementAndGet();
    }

    /** A request was answered with an error. */
    public void refused() {
        answered();
        refused.incrementAndGet();
    }

    /** A request was one too many. */
    public void limited() {
        answered();
        limited.incrementAndGet();
    }

    RestTotals totals() {
        long asked = requests.get();
        return new RestTotals(
                asked, signed.get(), refused.get(), limited.get(), asked - answered.get());
    }
}
