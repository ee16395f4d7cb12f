package io.hayate.notify;

import io.hayate.model.Counts;
import java.util.function.Consumer;

/** Tells a person how a target does: once when it stops to take messages, and once when it goes on. */
final class OutboxNews {
    private static final int TROUBLES_TOLD = 2; // an attempt or two may fail

    private final String label;
    private final Consumer<String> teller;
    private int troubles;
    private boolean isTold;

    OutboxNews(String label, Consumer<String> teller) {
        this.label = label;
        this.teller = teller;
    }

    void onTaken() {
        troubles = 0;
        if (isTold) {
            isTold = false;
            teller.accept("notifications: " + label + " takes messages again");
        }
    }

    void onLater(String why) {
        troubles++;
        if (troubles >= TROUBLES_TOLD) {
            tell(why);
        }
    }

    void onGivenUp(String why) {
        tell(why);
    }

    private void tell(String why) {
        if (!isTold) {
            isTold = true;
            teller.accept("notifications: " + label + " takes no messages: " + why);
        }
    }

    void onEnd(long missing) {
        if (missing > 0) {
            String news = Counts.of(missing, "piece") + " of news never arrived";
            teller.accept("notifications: " + news + " at " + label);
        }
    }
}
