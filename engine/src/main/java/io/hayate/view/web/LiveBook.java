package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.event.BookView;
import io.hayate.event.Event;
import io.hayate.model.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The top of a book, put together from the parts that it comes in; the last whole one is told. */
final class LiveBook {
    private final BookView part = new BookView();
    private final List<double[]> bids = new ArrayList<>();
    private final List<double[]> asks = new ArrayList<>();
    private List<double[]> wholeBids = List.of();
    private List<double[]> wholeAsks = List.of();
    private boolean isCrossed;

    /** Adds a part. */
    void put(Event event) {
        part.wrap(event);
        if (event.isFirst()) {
            bids.clear();
            asks.clear();
        }
        add(Side.BUY, bids);
        add(Side.SELL, asks);
        if (event.isLast()) {
            wholeBids = List.copyOf(bids);
            wholeAsks = List.copyOf(asks);
            isCrossed = part.isCrossed();
        }
    }

    private void add(Side side, List<double[]> to) {
        for (int level = 0; level < part.shown(side); level++) {
            if (to.size() < BookView.LEVELS_TOLD_MAX) {
                to.add(new double[] {part.price(side, level), part.amount(side, level)});
            }
        }
    }

    /** Writes the fields {@code bids}, {@code asks} and {@code crossed}. */
    void write(JsonGenerator json) throws IOException {
        write("bids", wholeBids, json);
        write("asks", wholeAsks, json);
        json.writeBooleanField("crossed", isCrossed);
    }

    private static void write(String name, List<double[]> levels, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (double[] level : levels) {
            json.writeStartArray();
            LiveJson.write(json, level[0]);
            LiveJson.write(json, level[1]);
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
