package io.hayate.venue.base;

import io.hayate.venue.VenueLimits;
import io.hayate.venue.VenueTotals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What has come and gone: counted on the venue thread, read by any. */
public final class VenueTraffic {
    private static final int RECENT_MAX = 256;

    private final AtomicLong connectionsOpened = new AtomicLong();
    private final AtomicLong connectionsOpen = new AtomicLong();
    private final AtomicLong framesReceived = new AtomicLong();
    private final AtomicLong ordersReceived = new AtomicLong();
    private final AtomicLong ordersAccepted = new AtomicLong();
    private final AtomicLong ordersRefused = new AtomicLong();
    private final AtomicLong ordersCanceled = new AtomicLong();
    private final AtomicLong fills = new AtomicLong();
    private final AtomicLong textsSent = new AtomicLong();
    private final AtomicLong tickersSent = new AtomicLong();
    private final AtomicLong bookFramesSent = new AtomicLong();
    private final AtomicLong tickersSkipped = new AtomicLong();
    private final AtomicLong updatesSkipped = new AtomicLong();
    private final Deque<String> recent = new ArrayDeque<>();

    public void opened() {
        connectionsOpened.incrementAndGet();
        connectionsOpen.incrementAndGet();
    }

    public void closed() {
        connectionsOpen.decrementAndGet();
    }

    public void received(String text) {
        framesReceived.incrementAndGet();
        synchronized (recent) {
            if (recent.size() == RECENT_MAX) {
                recent.removeFirst();
            }
            boolean whole = text.length() <= VenueLimits.RECENT_LENGTH_MAX;
            recent.addLast(whole ? text : text.substring(0, VenueLimits.RECENT_LENGTH_MAX));
        }
    }

    public void orderReceived() {
        ordersReceived.incrementAndGet();
    }

    public void orderAccepted() {
        ordersAccepted.incrementAndGet();
    }

    public void orderRefused() {
        ordersRefused.incrementAndGet();
    }

    public void orderCanceled() {
        ordersCanceled.incrementAndGet();
    }

    public void filled() {
        fills.incrementAndGet();
    }

    public VenueTotals totals() {
        return new VenueTotals(
                connectionsOpened.get(),
                framesReceived.get(),
                textsSent.get(),
                ordersReceived.get(),
                ordersAccepted.get(),
                ordersRefused.get(),
                ordersCanceled.get(),
                fills.get());
    }

    public void textsSent(int count) {
        textsSent.lazySet(textsSent.get() + count); // one writer
    }

    public long textsSent() {
        return textsSent.get();
    }

    public void tickerSent() {
        tickersSent.lazySet(tickersSent.get() + 1); // one writer
    }

    public void bookFrameSent() {
        bookFramesSent.lazySet(bookFramesSent.get() + 1); // one writer
    }

    public void tickersSkipped(long count) {
        tickersSkipped.addAndGet(count);
    }

    public void updateSkipped() {
        updatesSkipped.lazySet(updatesSkipped.get() + 1); // one writer
    }

    public long updatesSkipped() {
        return updatesSkipped.get();
    }

    public long connectionsOpened() {
        return connectionsOpened.get();
    }

    public long connectionsOpen() {
        return connectionsOpen.get();
    }

    public long framesReceived() {
        return framesReceived.get();
    }

    public long ordersReceived() {
        return ordersReceived.get();
    }

    public long tickersSent() {
        return tickersSent.get();
    }

    public long bookFramesSent() {
        return bookFramesSent.get();
    }

    public long tickersSkipped() {
        return tickersSkipped.get();
    }

    public List<String> recent() {
        synchronized (recent) {
            return List.copyOf(recent);
        }
    }
}
