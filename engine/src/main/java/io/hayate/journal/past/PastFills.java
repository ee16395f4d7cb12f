package io.hayate.journal.past;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which fills runs before have counted: the latest one by one, of those before them the largest number of
 * each instrument. One thread; bounded.
 */
public final class PastFills {
    private static final int KEPT = 8_192;

    private final ArrayDeque<Fill> latest = new ArrayDeque<>();
    private final Map<String, Long> forgotten = new LinkedHashMap<>();

    /**
     * A fill by its number.
     *
     * @param side of its order: 1 to buy, -1 to sell
     */
    public record Fill(String symbol, long tradeId, int side) {}

    PastFills() {}

    void add(String symbol, long tradeId, int side) {
        if (latest.size() == KEPT) {
            Fill oldest = latest.removeFirst();
            forget(oldest.symbol, oldest.tradeId);
        }
        latest.addLast(new Fill(symbol, tradeId, side));
    }

    /** Takes fills of an instrument up to this number as counted. */
    void forget(String symbol, long tradeId) {
        forgotten.merge(symbol, tradeId, Math::max);
    }

    /** Puts it into an image. */
    void write(ImageWriter image) throws IOException {
        image.number(latest.size());
        for (Fill each : latest) {
            image.text(each.symbol);
            image.number(each.tradeId);
            image.number(each.side);
        }
        image.numbers(forgotten);
    }

    /** Takes what {@link #write} has put there. */
    void read(ImageReader image) throws IOException {
        for (int i = image.count(); i > 0; i--) {
            String symbol = image.text();
            long tradeId = image.number();
            add(symbol, tradeId, (int) image.number());
        }
        image.numbers(forgotten);
    }

    void clear() {
        latest.clear();
        forgotten.clear();
    }

    /** Those that are known one by one, in the order in which they were counted. */
    public Iterable<Fill> latest() {
        return latest;
    }

    /** By symbol: fills up to this number were counted. */
    public Map<String, Long> forgotten() {
        return forgotten;
    }
}
