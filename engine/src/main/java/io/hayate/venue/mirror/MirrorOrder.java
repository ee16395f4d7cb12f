package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.book.BookOrder;

/**
 * A level, or an order, of the book that is followed, and what is left of it here: what clients have
 * taken of it is gone as long as it lives. What it grows by is there for everybody.
 */
final class MirrorOrder implements BookOrder.Owner {
    /** Hears of what clients take. */
    interface Listener {
        void onEaten(MirrorOrder order, long units);
    }

    final Side side;
    final Listener listener;
    long price;
    long shown; // in units, as told last
    long rise; // of that since it was told before
    int orders;
    long seen; // the number of the snapshot that told it last
    boolean isLacking; // less is left than shown
    BookOrder lying; // what is left of it; null for nothing

    MirrorOrder(Side side, Listener listener) {
        this.side = side;
        this.listener = listener;
    }

    /** What is left of it. */
    long left() {
        return lying == null ? 0 : lying.units();
    }

    @Override
    public void onTaken(long tradeId, long units) {
        if (units == lying.units()) {
            lying = null; // the book takes it out
        }
        listener.onEaten(this, units);
    }

    @Override
    public boolean isClient() {
        return false;
    }
}
