package io.hayate.venue.feed;

import io.hayate.venue.BookConfig;
import io.hayate.venue.base.Random64;
import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.market.BookSource;
import java.util.ArrayList;
import java.util.List;

/** The ticks of one market's book: what its makers do in each, and which of them are told. */
final class BookTicks {
    private static final int SLOW_MS = 2_000;
    private static final int[] GAPS = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3}; // in ticks
    private static final double MS_PER_SECOND = 1_000;

    private final BookSource source;
    private final Random64 random;
    private final int tickMs;
    private final double actsPerTick;
    private final List<BookFeed> fast = new ArrayList<>();
    private final List<BookFeed> slow = new ArrayList<>();
    private double actsDue;
    private long timeMs;
    private int gap = 1;
    private int slowMs;

    /**
     * A market without feeds.
     *
     * @param moving false when the market stands still
     */
    BookTicks(BookSource source, BookConfig config, boolean moving, Random64 random) {
        this.source = source;
        this.random = random;
        tickMs = config.tickMs();
        actsPerTick = moving ? config.changesPerSecond() * tickMs / MS_PER_SECOND : 0;
    }

    void add(BookFeed feed) {
        (feed.spec().frequency().equals("F1") ? slow : fast).add(feed);
    }

    void remove(Feed feed) {
        fast.remove(feed);
        slow.remove(feed);
    }

    boolean isWatched() {
        return isWatched(fast) || isWatched(slow);
    }

    private static boolean isWatched(List<BookFeed> feeds) {
        for (int i = 0; i < feeds.size(); i++) {
            if (feeds.get(i).isWatched()) {
                return true;
            }
        }
        return false;
    }

    void onTick() {
        if (!isWatched()) {
            return;
        }
        timeMs += tickMs;
        actsDue += actsPerTick;
        source.act((int) actsDue);
        actsDue -= (int) actsDue;
        if (--gap == 0) {
            gap = GAPS[random.below(GAPS.length)];
            publish(fast);
        }
        slowMs += tickMs;
        if (slowMs >= SLOW_MS) {
            slowMs -= SLOW_MS;
            publish(slow);
        }
    }

    /** The book has changed at this time of its market, which nobody here moves. */
    void publishAt(long nowMs, ChannelRows rows) {
        boolean isSlowDue = nowMs - timeMs >= SLOW_MS;
        for (int i = 0; i < fast.size(); i++) {
            fast.get(i).publish(nowMs, rows);
        }
        if (isSlowDue) {
            timeMs = nowMs;
            for (int i = 0; i < slow.size(); i++) {
                slow.get(i).publish(nowMs, null);
            }
        }
    }

    private void publish(List<BookFeed> feeds) {
        for (int i = 0; i < feeds.size(); i++) {
            feeds.get(i).publish(timeMs, null);
        }
    }
}
