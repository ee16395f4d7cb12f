package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.market.Print;
import io.hayate.venue.market.PrintTape;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * The trades channel of one market: each trade at once as {@code te}, and a little later, all of one
 * taker together, again as {@code tu}; of funding as {@code fte} and {@code ftu}.
 */
final class TradesFeed extends Feed implements PrintTape.Listener {
    private static final int UPDATE_DELAY_MAX_MS = 60;
    private static final int PENDING_MAX = 1_024;

    private final PrintTape tape;
    private final Random64 random;
    private final String executed;
    private final String updated;
    private final List<Print> pending = new ArrayList<>(); // without their tu
    private final JsonText row = new JsonText();
    private final Timeline.Timer update;

    TradesFeed(ChannelSpec spec, PrintTape tape, Timeline timeline, Random64 random) {
        super(spec);
        this.tape = tape;
        this.random = random;
        boolean funding = spec.symbol().startsWith("f");
        executed = funding ? "fte" : "te";
        updated = funding ? "ftu" : "tu";
        update = timeline.timer(this::sendUpdates);
        tape.listen(this);
    }

    /** The others get what is due first: a snapshot is not followed by updates of its trades. */
    @Override
    void beforeAdd() {
        sendUpdates();
    }

    /** The latest trades, newest first; those of one millisecond in the order of execution. */
    @Override
    public void sendSnapshot(Subscriber subscriber) {
        List<Print> prints = tape.latest();
        row.clear().openArray();
        int end = prints.size();
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && prints.get(start - 1).timeMs() == prints.get(end - 1).timeMs()) {
                start--;
            }
            for (Print print : prints.subList(start, end)) {
                tape.writeRow(row, print);
            }
            end = start;
        }
        subscriber.snapshot(row.closeArray());
    }

    @Override
    public void onTrade(Print print) {
        if (!isWatched()) {
            return;
        }
        send(executed, print);
        pending.add(print);
        if (pending.size() == PENDING_MAX) {
            sendUpdates();
        } else if (!update.isRunning()) {
            update.afterMs(random.below(UPDATE_DELAY_MAX_MS + 1));
        }
    }

    private void sendUpdates() {
        for (int i = 0; i < pending.size(); i++) {
            send(updated, pending.get(i));
        }
        pending.clear();
    }

    private void send(String type, Print print) {
        tape.writeRow(row.clear(), print);
        for (int i = 0; i < subscribers().size(); i++) {
            subscribers().get(i).typed(type, row);
        }
    }

    @Override
    void onUnwatched() {
        pending.clear();
        update.cancel();
    }

    @Override
    void end() {
        tape.forget(this);
    }
}
