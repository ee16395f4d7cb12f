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
    private final RestTraffic rest = new RestTraffic();
    private final Deque<String> recent = new ArrayDeque<>();

    /** Requests over HTTP. */
    public RestTraffic rest() {
        return rest;
    }

    /** A connection has shaken hands. */
    public void opened() {
        connectionsOpened.incrementAndGet();
        connectionsOpen.incrementAndGet();
    }

    /** A connection that had shaken hands is gone. */
    public void closed() {
        connectionsOpen.decrementAndGet();
    }

    /** A client has sent this text. */
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

    /** A client has sent a new order, good or bad. */
    public void orderReceived() {
        ordersReceived.incrementAndGet();
    }

    /** An order was taken. */
    public void orderAccepted() {
        ordersAccepted.incrementAndGet();
    }

    /** An order was not taken. */
    public void orderRefused() {
        ordersRefused.incrementAndGet();
    }

    /** An order that was taken has ended before it was filled. */
    public void orderCanceled() {
        ordersCanceled.incrementAndGet();
    }

    /** A part of an order was executed. */
    public void filled() {
        fills.incrementAndGet();
    }

    /** What was seen so far. */
    public VenueTotals totals() {
        return new VenueTotals(
                connectionsOpened.get(),
                new VenueTotals.Frames(framesReceived.get(), textsSent.get()),
                rest.totals(),
                ordersReceived.get(),
                ordersAccepted.get(),
                ordersRefused.get(),
                ordersCanceled.get(),
                fills.get());
    }

    /** So many texts were handed to a socket. */
    public void textsSent(int count) {
        textsSent.lazySet(textsSent.get() + count); // one writer
    }

    /** Texts that were handed to sockets. */
    public long textsSent() {
        return textsSent.get();
    }

    /** A ticker was written. */
    public void tickerSent() {
        tickersSent.lazySet(tickersSent.get() + 1); // one writer
    }

    /** A snapshot or an update of a book was written. */
    public void bookFrameSent() {
        bookFramesSent.lazySet(bookFramesSent.get() + 1); // one writer
    }

    /** So many tickers were left out. */
    public void tickersSkipped(long count) {
        tickersSkipped.addAndGet(count);
    }

    /** A candle was left out. */
    public void updateSkipped() {
        updatesSkipped.lazySet(updatesSkipped.get() + 1); // one writer
    }

    /** Candles that were left out. */
    public long updatesSkipped() {
        return updatesSkipped.get();
    }

    /** Connections that ever shook hands. */
    public long connectionsOpened() {
        return connectionsOpened.get();
    }

    /** Connections that are open and have shaken hands. */
    public long connectionsOpen() {
        return connectionsOpen.get();
    }

    /** Texts that clients have sent. */
    public long framesReceived() {
        return framesReceived.get();
    }

    /** New orders that clients have sent, good or bad. */
    public long ordersReceived() {
        return ordersReceived.get();
    }

    /** Tickers that were written. */
    public long tickersSent() {
        return tickersSent.get();
    }

    /** Snapshots and updates of books that were written. */
    public long bookFramesSent() {
        return bookFramesSent.get();
    }

    /** Tickers that were left out. */
    public long tickersSkipped() {
        return tickersSkipped.get();
    }

    /** The latest texts of clients, oldest first; long ones are cut. */
    public List<String> recent() {
        synchronized (recent) {
            return List.copyOf(recent);
        }
    }
}
