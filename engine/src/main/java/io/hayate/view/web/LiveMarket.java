package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.event.Candle;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.NoticeReader;
import io.hayate.event.NoticeType;
import io.hayate.event.Ticker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/**
 * What was told last of each channel that is looked at, of which there are 4,096 at most. The view's thread brings it, thread {@code web}
 * reads it.
 */
final class LiveMarket implements NoticeReader {
    private static final int BARS_MAX = 240;

    private final Map<Integer, Price> prices = new TreeMap<>(); // by channel
    private final Map<Integer, LiveBook> books = new TreeMap<>();
    private final Map<Integer, List<Bar>> candles = new TreeMap<>();
    private final List<Bar> coming = new ArrayList<>();
    private final Ticker ticker = new Ticker();
    private final Candle candle = new Candle();
    private final LiveOrders orders;

    private record Price(
            double bid, double ask, double last, double change, double high, double low) {}

    private record Bar(
            long timeMs, double open, double high, double low, double close, double volume) {}

    /** Tells these orders of reports. */
    LiveMarket(LiveOrders orders) {
        this.orders = orders;
    }

    @Override
    public void onEvent(NoticeType type, Event event) {
        if (type == NoticeType.EVENT && event.type() == EventType.EXECUTION_REPORT) {
            orders.put(event);
        } else if (type == NoticeType.LOOK) {
            look(event);
        }
    }

    private synchronized void look(Event event) {
        switch (event.type()) {
            case TICKER -> putPrice(event);
            case BOOK_VIEW ->
                    books.computeIfAbsent(event.channelId(), id -> new LiveBook()).put(event);
            case CANDLE -> putCandle(event);
            default -> {} // not shown
        }
    }

    private void putPrice(Event event) {
        ticker.wrap(event);
        prices.put(
                event.channelId(),
                new Price(
                        ticker.bidPrice(),
                        ticker.askPrice(),
                        ticker.lastPrice(),
                        ticker.dailyChangeRelative(),
                        ticker.high(),
                        ticker.low()));
    }

    private void putCandle(Event event) {
        if (event.isFirst()) {
            coming.clear();
        }
        candle.wrap(event);
        if (coming.size() < BARS_MAX) {
            coming.add(
                    new Bar(
                            candle.timeMs(),
                            candle.open(),
                            candle.high(),
                            candle.low(),
                            candle.close(),
                            candle.volume()));
        }
        if (event.isLast()) {
            candles.put(event.channelId(), List.copyOf(coming));
        }
    }

    @Override
    public void onLog(String template, double[] numbers) {
        // the log has it
    }

    @Override
    public void onFrame(
            NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
        // of no use to a page
    }

    /** Writes the field {@code prices}: of each channel of tickers bid, ask, last, change, high, low. */
    synchronized void writePrices(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("prices");
        for (Map.Entry<Integer, Price> each : prices.entrySet()) {
            Price price = each.getValue();
            json.writeArrayFieldStart(each.getKey().toString());
            LiveJson.write(json, price.bid());
            LiveJson.write(json, price.ask());
            LiveJson.write(json, price.last());
            LiveJson.write(json, price.change());
            LiveJson.write(json, price.high());
            LiveJson.write(json, price.low());
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Writes the field {@code book}: its channel, and of each side rows of price and amount. */
    synchronized void writeBook(int channel, JsonGenerator json) throws IOException {
        LiveBook book = books.get(channel);
        if (book != null) {
            json.writeObjectFieldStart("book");
            json.writeNumberField("channel", channel);
            book.write(json);
            json.writeEndObject();
        }
    }

    /** Writes the field {@code candles}: their channel, and rows of time, open, high, low, close, volume. */
    synchronized void writeCandles(int channel, JsonGenerator json) throws IOException {
        List<Bar> bars = candles.get(channel);
        if (bars == null) {
            return;
        }
        json.writeObjectFieldStart("candles");
        json.writeNumberField("channel", channel);
        json.writeArrayFieldStart("rows");
        for (Bar bar : bars) {
            json.writeStartArray();
            json.writeNumber(bar.timeMs());
            LiveJson.write(json, bar.open());
            LiveJson.write(json, bar.high());
            LiveJson.write(json, bar.low());
            LiveJson.write(json, bar.close());
            LiveJson.write(json, bar.volume());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
