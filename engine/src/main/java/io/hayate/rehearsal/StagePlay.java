package io.hayate.rehearsal;

import io.hayate.model.ChannelSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link RehearsalVenue} plays to its client: in batches, a burst of one of the channels, some tickers,
 * and one that asks for an order, which is filled; now and then a flood of tickers and a heartbeat on all
 * channels, and twice a wrong checksum of each book, which the client answers by subscribing anew.
 *
 * <p>The stage's thread. Blocks.
 */
final class StagePlay {
    private static final int BATCH_KINDS = 4;
    private static final int FLOOD_BATCHES = 256; // one in so many is a flood
    private static final int FLOOD_TICKERS = 1_000; // more than a ring takes
    private static final int BEAT_BATCHES = 32;
    private static final int SPOILT_BATCHES = 64; // after so many, and once more after as many

    private final StageSocket client;
    private final StageFrames frames;
    private final StageDesk desk;
    private final long ordersMax;
    private final List<StageTicker> tickers = new ArrayList<>();
    private final List<StageTicker> markets = new ArrayList<>();
    private final List<StageChannel> others = new ArrayList<>();
    private final List<StageBook> books = new ArrayList<>();
    private long orders;
    private int next;

    /**
     * @param channels all that the client subscribes; a ticker of a market among them
     * @param numbered whether frames carry sequence numbers and times
     * @param ordersMax after how many orders it ends
     */
    StagePlay(StageSocket client, List<ChannelSpec> channels, boolean numbered, long ordersMax) {
        this.client = client;
        this.ordersMax = ordersMax;
        frames = new StageFrames(client, numbered);
        desk = new StageDesk(frames, channels, numbered);
        desk.channels().forEach(this::place);
    }

    private void place(StageChannel channel) {
        if (channel instanceof StageTicker ticker) {
            tickers.add(ticker);
            if (!ticker.isFunding()) {
                markets.add(ticker);
            }
        } else {
            others.add(channel);
        }
        if (channel instanceof StageBook book) {
            books.add(book);
        }
    }

    /** Talks until the client has subscribed all. */
    void welcome() throws IOException {
        desk.welcome();
        client.flush();
        while (!desk.isEverySubscribed()) {
            desk.answer(request());
            client.flush();
        }
    }

    private String request() throws IOException {
        String request = client.read();
        if (request == null) {
            throw new IOException("the client has left");
        }
        return request;
    }

    /** Plays until there were enough orders. */
    void play() throws IOException {
        for (int batch = 0; orders < ordersMax; batch++) {
            playOther(batch);
            boolean flood = batch % FLOOD_BATCHES == FLOOD_BATCHES - 1;
            int cues = flood ? 1 : 1 + batch % BATCH_KINDS;
            for (int i = 0; i < cues; i++) {
                sendTickers(flood ? FLOOD_TICKERS : batch % BATCH_KINDS);
                markets.get(batch % markets.size()).cue(frames);
            }
            client.flush();
            answer(cues);
        }
        client.flush();
    }

    private void playOther(int batch) throws IOException {
        if (batch % BEAT_BATCHES == 0) {
            desk.heartbeats();
        }
        if (batch == SPOILT_BATCHES || batch == 2 * SPOILT_BATCHES) {
            spoilBooks();
        }
        if (!others.isEmpty()) {
            StageChannel other = others.get(batch % others.size());
            if (other.isOpen()) {
                other.play(frames);
            }
        }
    }

    private void spoilBooks() throws IOException {
        for (StageBook book : books) {
            if (book.isOpen()) {
                book.spoil(frames);
            }
        }
    }

    private void sendTickers(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next = next + 1 == tickers.size() ? 0 : next + 1;
            tickers.get(next).play(frames);
        }
    }

    /** Answers so many orders, now and then at once, else with what follows. */
    private void answer(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            frames.fill(order());
            orders++;
        }
        if (orders % 2 == 0) {
            client.flush();
        }
    }

    /** The next order; other requests that come before it are answered. */
    private String order() throws IOException {
        String request = request();
        while (request.startsWith("{")) {
            desk.answer(request);
            client.flush();
            request = request();
        }
        return request;
    }
}
