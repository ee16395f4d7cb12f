package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ChannelSpec;
import java.util.ArrayList;
import java.util.List;

/** A connection with one book channel, whose bursts the test calls for. */
public final class BookClient implements AutoCloseable {
    private final SimulatedVenue venue;
    private final VenueClient client;
    private final BookMirror book;
    private final ChannelSpec spec;
    private final String start;
    private final String snapshot;
    private int checksums;

    public BookClient(SimulatedVenue venue, ChannelSpec spec, long flags) throws Exception {
        this.venue = venue;
        this.spec = spec;
        client = VenueClient.connect(venue);
        client.send("{\"event\":\"conf\",\"flags\":" + flags + "}").next();
        client.send(
                "{\"event\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"%s\",\"prec\":\"%s\",\"freq\":\"%s\",\"len\":\"%d\"}"
                        .formatted(
                                spec.symbol(), spec.precision(), spec.frequency(), spec.length()));
        String answer = client.skipTo("{\"event\":\"subscribed\"");
        start = "[" + answer.replaceAll(".*\"chanId\":(\\d+).*", "$1") + ",";
        snapshot = client.next();
        book = new BookMirror(spec.isRaw(), spec.symbol().startsWith("f")).snapshot(snapshot);
    }

    public BookMirror book() {
        return book;
    }

    public String snapshot() {
        return snapshot;
    }

    public int checksums() {
        return checksums;
    }

    public VenueClient client() {
        return client;
    }

    /** Steps the price and lets the books tick once; answers with what came of it. */
    public List<String> burst(int steps) throws Exception {
        venue.controls().advance(steps);
        venue.controls().advanceBooks(1);
        return frames();
    }

    /** What has come since the last time; it is applied to the book. */
    public List<String> frames() throws Exception {
        List<String> frames = new ArrayList<>();
        for (String frame : client.framesBeforePong()) {
            if (frame.startsWith(start)) {
                frames.add(frame);
                onFrame(frame);
            }
        }
        if (!frames.isEmpty()) {
            book.assertWhole(spec.length());
        }
        return frames;
    }

    private void onFrame(String frame) {
        if (frame.startsWith(start + "\"cs\",")) {
            String told = frame.replaceAll(".*\"cs\",(-?\\d+).*", "$1");
            assertEquals(book.checksum(), Integer.parseInt(told), () -> book.text().toString());
            checksums++;
        } else {
            assertTrue(frame.startsWith(start + "["), frame);
            BookMirror.rows(frame).forEach(book::apply);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
