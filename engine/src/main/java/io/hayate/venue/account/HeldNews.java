package io.hayate.venue.account;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayDeque;

/** What has happened on an account and is told a moment later, in its order. Venue thread. */
final class HeldNews {
    private static final int DELAY_MS = 1; // what the exchange's own times can tell apart
    private static final int NEWS_MAX = 4_096;

    private final Timeline.Timer timer;
    private final Teller teller;
    private final ArrayDeque<News> waiting = new ArrayDeque<>();
    private boolean isOn;

    /** Gets what has waited. */
    interface Teller {
        void tell(String type, String subject, JsonText body);
    }

    private record News(String type, String subject, JsonText body) {}

    /** Nothing waits; {@code teller} gets what has waited. */
    HeldNews(Timeline timeline, Teller teller) {
        this.teller = teller;
        timer = timeline.timer(this::tell);
    }

    /** Whether what happens from now on waits. */
    void turn(boolean on) {
        isOn = on;
    }

    /** Lets something wait; false when it has to be told now, behind what has waited. */
    boolean hold(String type, String subject, JsonText body) {
        if (!isOn || waiting.size() >= NEWS_MAX) {
            tell();
            return false;
        }
        if (waiting.isEmpty()) {
            timer.afterMs(DELAY_MS);
        }
        waiting.add(new News(type, subject, new JsonText().raw(body)));
        return true;
    }

    /** Tells all that waits. */
    void tell() {
        for (News next = waiting.poll(); next != null; next = waiting.poll()) {
            teller.tell(next.type, next.subject, next.body);
        }
        timer.cancel();
    }
}
