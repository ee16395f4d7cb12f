package io.hayate.engine;

import io.hayate.event.Commands;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.MarketChannels;
import io.hayate.order.Positions;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.exchange.VenueControls;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * An engine against a venue that the test moves: on threads and sockets, or in a simulation, where no
 * time is waited for.
 */
public interface VenueRig extends AutoCloseable {
    /** The venue's faults, and its markets by hand. */
    VenueControls controls();

    /** What the venue has seen. */
    VenueTotals totals();

    /** Connections that the venue has. */
    long connections();

    /** Refuses the next so many attempts to connect. */
    void refuseConnections(int attempts);

    /** The time that the engine tells by. */
    long nowNs();

    MarketChannels channels();

    ChannelStatistics statistics();

    Counters counters();

    Commands commands();

    Positions positions();

    int openOrders();

    boolean isLive();

    /** What the view was told so far. */
    List<String> told();

    /**
     * Waits until something holds, and until loop, strategy and view have come as far as the first of
     * them: what any of them was told by then, it shows. The view's queue is read meanwhile.
     */
    void await(BooleanSupplier reached, Supplier<String> what);

    /** Moves the venue, and again after a while, until something holds. */
    void awaitMoving(Runnable move, BooleanSupplier reached, Supplier<String> what);

    @Override
    void close();

    default void await(BooleanSupplier reached, String what) {
        await(reached, () -> what);
    }

    default void awaitLive() {
        await(this::isLive, "live");
    }

    /** Waits until this line, or one that holds it, was told to the view. */
    default void awaitTold(String words) {
        await(() -> told().stream().anyMatch(line -> line.contains(words)), words);
    }

    default long count(Counter counter) {
        return counters().get(counter);
    }
}
