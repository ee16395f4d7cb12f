package io.hayate.view.text;

import io.hayate.event.BookView;
import io.hayate.event.Event;
import io.hayate.model.Health;
import io.hayate.model.Side;
import java.util.ArrayList;
import java.util.List;

/** The top of a book, put together from the parts that its answer comes in. View thread. */
final class BookTop {
    private final List<Level> bids = new ArrayList<>();
    private final List<Level> asks = new ArrayList<>();
    private final BookView part = new BookView();
    private boolean isWhole;
    private boolean isCrossed;
    private int health;
    private int levels;
    private long changeTimeNs;

    /** A level of a side. */
    record Level(double price, double amount) {}

    /** Adds a part; true when it was the last one and none is missing. */
    boolean put(Event event) {
        part.wrap(event);
        if (event.isFirst()) {
            bids.clear();
            asks.clear();
            isWhole = true;
        }
        isWhole &= part.from() == Math.max(bids.size(), asks.size());
        add(Side.BUY, bids);
        add(Side.SELL, asks);
        isCrossed = part.isCrossed();
        health = event.health();
        levels = Math.max(part.levels(Side.BUY), part.levels(Side.SELL));
        changeTimeNs = part.changeTimeNs();
        return isWhole && event.isLast();
    }

    private void add(Side side, List<Level> to) {
        for (int level = 0;
                level < part.shown(side) && to.size() < BookView.LEVELS_TOLD_MAX;
                level++) {
            to.add(new Level(part.price(side, level), part.amount(side, level)));
        }
    }

    List<Level> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Levels of the longer side that the book holds. */
    int levelsAll() {
        return levels;
    }

    boolean isCrossed() {
        return isCrossed;
    }

    /** Words of {@link Health} that were known when the answer was given. */
    int health() {
        return health;
    }

    /** When the last change was read; 0 for never. */
    long changeTimeNs() {
        return changeTimeNs;
    }
}
