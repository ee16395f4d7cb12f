package io.hayate.venue.matching;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.order.VenueOrder;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/** Ends orders at the time that their clients gave. Holds a timer for each open order with such a time. */
final class OrderExpiries {
    private final Timeline timeline;
    private final Consumer<VenueOrder> end;
    private final Long2ObjectHashMap<Timeline.Timer> timers = new Long2ObjectHashMap<>();

    /**
     * No orders yet.
     *
     * @param end what ends an order that is open
     */
    OrderExpiries(Timeline timeline, Consumer<VenueOrder> end) {
        this.timeline = timeline;
        this.end = end;
    }

    /** Watches an open order by its terms of now. */
    void watch(VenueOrder order) {
        forget(order);
        long expiryMs = order.terms().expiryMs();
        if (expiryMs > 0) {
            Timeline.Timer timer = timeline.timer(() -> end.accept(order));
            timers.put(order.id(), timer);
            timer.afterMs(Math.max(0, expiryMs - timeline.time()));
        }
    }

    /** Watches an order no longer. */
    void forget(VenueOrder order) {
        Timeline.Timer timer = timers.remove(order.id());
        if (timer != null) {
            timer.cancel();
        }
    }
}
