package io.hayate.recording.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An array of events a pair, in the layout of hftbacktest. A snapshot of a book begins with an event
 * that clears each side up to the worst price that was there.
 *
 * <p>Times: receipt and sending as told, in ns, receipt later by as much as the clocks were apart at
 * most, so that no event is received before it was sent. Both never go back: an event that was told an
 * earlier time than the one before has the time of that.
 */
final class NpyExport implements ExportSink {
    /** The worst prices of a book that an array has had so far. */
    private static final class Worst {
        private double bid = Double.POSITIVE_INFINITY;
        private double ask = Double.NEGATIVE_INFINITY;

        private void see(LevelChange change) {
            double price = Double.parseDouble(change.price());
            bid = change.isBid() ? Math.min(bid, price) : bid;
            ask = change.isBid() ? ask : Math.max(ask, price);
        }
    }

    private static final long DEPTH = 1;
    private static final long TRADE = 2;
    private static final long CLEAR = 3;
    private static final long SNAPSHOT = 4;

    private final Path folder;
    private final long behindUs;
    private final Map<String, EventArray> arrays = new LinkedHashMap<>();
    private final Map<String, Worst> worst = new LinkedHashMap<>();

    /**
     * Arrays in a folder.
     *
     * @param behindUs by how much receipt was before sending at most
     */
    NpyExport(Path folder, long behindUs) {
        this.folder = folder;
        this.behindUs = behindUs;
    }

    @Override
    public void onTrade(
            ExportTime time, String symbol, String id, boolean isBuy, String price, String amount)
            throws IOException {
        EventArray array = array(symbol);
        array.time(time, behindUs);
        array.add(TRADE, isBuy, Double.parseDouble(price), Double.parseDouble(amount));
    }

    @Override
    public void onBook(
            ExportTime time, String symbol, List<LevelChange> changes, boolean isSnapshot)
            throws IOException {
        EventArray array = array(symbol);
        array.time(time, behindUs);
        Worst seen = worst.computeIfAbsent(symbol, key -> new Worst());
        if (isSnapshot) {
            clear(array, seen);
        }
        for (LevelChange change : changes) {
            seen.see(change);
            array.add(
                    isSnapshot ? SNAPSHOT : DEPTH,
                    change.isBid(),
                    Double.parseDouble(change.price()),
                    Double.parseDouble(change.amount()));
        }
        array.onFrame();
    }

    private static void clear(EventArray array, Worst seen) throws IOException {
        if (seen.bid != Double.POSITIVE_INFINITY) {
            array.add(CLEAR, true, seen.bid, 0);
        }
        if (seen.ask != Double.NEGATIVE_INFINITY) {
            array.add(CLEAR, false, seen.ask, 0);
        }
    }

    /** The book has it already. */
    @Override
    public void onQuote(ExportTime time, String symbol, Quote quote) {}

    private EventArray array(String symbol) throws IOException {
        EventArray array = arrays.get(symbol);
        if (array == null) {
            String name = PairName.exchange(symbol) + "_" + PairName.file(symbol) + ".npy";
            array = new EventArray(folder.resolve(name), symbol);
            arrays.put(symbol, array);
            array.begin();
        }
        return array;
    }

    @Override
    public List<ExportedFile> end() throws IOException {
        List<ExportedFile> made = new ArrayList<>();
        for (EventArray array : arrays.values()) {
            array.end();
            made.add(array.made());
        }
        return made;
    }

    @Override
    public void undo() {
        arrays.values().forEach(EventArray::remove);
    }
}
