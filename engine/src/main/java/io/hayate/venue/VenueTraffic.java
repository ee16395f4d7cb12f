package io.hayate.venue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What has come and gone: counted on the venue thread, read by any. */
final class VenueTraffic {
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

    void opened() {
        connectionsOpened.incrementAndGet();
        connectionsOpen.incrementAndGet();
    }

    void closed() {
        connectionsOpen.decrementAndGet();
    }

    void received(String text) {
        framesReceived.incrementAndGet();
        synchronized (recent) {
            if (recent.size() == RECENT_MAX) {
                recent.removeFirst();
            }
            boolean whole = text.length() <= VenueLimits.RECENT_LENGTH_MAX;
            recent.addLast(whole ? text : text.substring(0, VenueLimits.RECENT_LENGTH_MAX));
        }
    }

    void orderReceived() {
        ordersReceived.incrementAndGet();
    }

    void orderAccepted() {
        ordersAccepted.incrementAndGet();
    }

    void orderRefused() {
        ordersRefused.incrementAndGet();
    }

    void orderCanceled() {
        ordersCanceled.incrementAndGet();
    }

    void filled() {
        fills.incrementAndGet();
    }

    VenueTotals totals() {
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

    void textsSent(int count) {
        textsSent.lazySet(textsSent.get() + count); // one writer
    }

    long textsSent() {
        return textsSent.get();
    }

    void tickerSent() {
        tickersSent.lazySet(tickersSent.get() + 1); // one writer
    }

    void bookFrameSent() {
        bookFramesSent.lazySet(bookFramesSent.get() + 1); // one writer
    }

    void tickersSkipped(long count) {
        tickersSkipped.addAndGet(count);
    }

    void updateSkipped() {
        updatesSkipped.lazySet(updatesSkipped.get() + 1); // one writer
    }

    long updatesSkipped() {
        return updatesSkipped.get();
    }

    long connectionsOpened() {
        return connectionsOpened.get();
    }

    long connectionsOpen() {
        return connectionsOpen.get();
    }

    long framesReceived() {
        return framesReceived.get();
    }

    long ordersReceived() {
        return ordersReceived.get();
    }

    long tickersSent() {
        return tickersSent.get();
    }

    long bookFramesSent() {
        return bookFramesSent.get();
    }

    long tickersSkipped() {
        return tickersSkipped.get();
    }

    List<String> recent() {
        synchronized (recent) {
            return List.copyOf(recent);
        }
    }
}
