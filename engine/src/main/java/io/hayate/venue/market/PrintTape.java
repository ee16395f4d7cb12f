package io.hayate.venue.market;

import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * The public trades of one market, whoever made them: keeps the latest and the figures of the day,
 * and tells those who listen. So all channels of a market tell of the same trades.
 *
 * <pre>[ID, MTS, AMOUNT, PRICE]   [ID, MTS, AMOUNT, RATE, PERIOD]</pre>
 */
public final class PrintTape {
    /** The trades that a snapshot tells. */
    public static final int LATEST = 30;

    private static final int KEPT = 512;

    private static final int AMOUNT_SCALE = 8;

    /** Hears of trades. */
    public interface Listener {
        /** Takes a print that was just made. */
        void onTrade(Print print);
    }

    private final int scale;
    private final DayFigures day;
    private final Print[] kept = new Print[KEPT]; // in the order of execution, as a ring
    private final List<Listener> listeners = new ArrayList<>();
    private int next;
    private int count;

    /**
     * A tape that begins with trades of the past.
     *
     * @param scale decimals of a price; negative when prices are multiples of ten or more
     * @param past as many as a snapshot tells, the oldest first
     */
    public PrintTape(int scale, DayFigures day, List<Print> past) {
        this.scale = scale;
        this.day = day;
        for (Print print : past) {
            keep(print);
            day.cover(print.price());
        }
    }

    /** Decimals of a price; negative when prices are multiples of ten or more. */
    public int scale() {
        return scale;
    }

    /** What a ticker tells of the day. */
    public DayFigures day() {
        return day;
    }

    /** Tells this listener of every trade from now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Tells this listener no more. */
    public void forget(Listener listener) {
        listeners.remove(listener);
    }

    /** A trade of before: it is kept, and told in snapshots alone. */
    public void past(Print print) {
        keep(print);
        day.cover(print.price());
    }

    /** A trade has happened. */
    public void print(Print print) {
        keep(print);
        day.onTrade(print.price(), Math.abs(print.units()));
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onTrade(print);
        }
    }

    private void keep(Print print) {
        kept[next] = print;
        next = next + 1 == KEPT ? 0 : next + 1;
        count = Math.min(count + 1, KEPT);
    }

    /** The latest trades in the order of their execution, so many as a snapshot tells; a copy. */
    public List<Print> latest() {
        return last(Math.min(count, LATEST));
    }

    /** All trades that are kept, in the order of their execution; a copy. */
    public List<Print> history() {
        return last(count);
    }

    private List<Print> last(int most) {
        List<Print> latest = new ArrayList<>(most);
        for (int i = most; i > 0; i--) {
            latest.add(kept[(next + KEPT - i) % KEPT]);
        }
        return latest;
    }

    /** Appends a row. */
    public void writeRow(JsonText out, Print print) {
        out.openArray().whole(print.id()).whole(print.timeMs());
        out.decimal(print.units(), AMOUNT_SCALE).decimal(print.price(), scale);
        if (print.period() > 0) {
            out.whole(print.period());
        }
        out.closeArray();
    }
}
