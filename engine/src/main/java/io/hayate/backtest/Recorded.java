package io.hayate.backtest;

import io.hayate.model.ConfigException;
import io.hayate.recording.Recordings;
import io.hayate.venue.mirror.MirrorCounts;
import io.hayate.venue.mirror.MirrorFeed;
import io.hayate.venue.mirror.MirrorListing;
import io.hayate.venue.mirror.MirrorScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A recording that was read once: what it covers, what it lists, and its texts, in memory where they
 * have room there. Read by any thread once it is made.
 */
final class Recorded {
    private static final long ROOM_SHARE = 3; // of the heap's third

    private final Path path;
    private final Coverage coverage = new Coverage();
    private final MirrorScan scan = new MirrorScan();
    private final TextTape tape = new TextTape(Runtime.getRuntime().maxMemory() / ROOM_SHARE);
    private boolean isInMemory = true;
    private long leastUs = TextSource.UNKNOWN;
    private long lags;
    private long startUs;
    private long endNs;

    private Recorded(Path path) {
        this.path = path;
    }

    /**
     * Reads a recording from its first text to its last.
     *
     * @throws IOException when it cannot be read
     * @throws ConfigException when it tells of no pair
     */
    static Recorded read(Path path) throws IOException {
        Recorded recorded = new Recorded(path);
        recorded.read();
        if (recorded.listings().isEmpty()) {
            throw new ConfigException(
                    "--recording must have texts of pairs, with their subscriptions: "
                            + path
                            + " has "
                            + recorded.coverage.texts()
                            + " texts and no pair with a price");
        }
        return recorded;
    }

    private void read() throws IOException {
        try (EntryTexts texts = new EntryTexts(Recordings.open(path), coverage)) {
            while (texts.next()) {
                onText(texts);
            }
            startUs = texts.startUs();
        }
        tape.finish();
    }

    private void onText(EntryTexts texts) {
        MirrorFeed feed = scan.feed();
        int connection = texts.connection();
        switch (texts.kind()) {
            case OPEN -> feed.onOpen(connection);
            case IN -> feed.onText(connection, texts.text(), texts.offset(), texts.length());
            default -> feed.onClosed(connection);
        }
        long lagUs = texts.lagUs();
        if (lagUs != TextSource.UNKNOWN) {
            leastUs = Math.min(leastUs, lagUs);
            lags++;
        }
        endNs = texts.timeNs();
        isInMemory = isInMemory && tape.add(texts);
    }

    /** Its texts from the first on; of each thread its own. */
    TextSource open() throws IOException {
        return isInMemory ? tape.reader() : new EntryTexts(Recordings.open(path), new Coverage());
    }

    Path path() {
        return path;
    }

    Coverage coverage() {
        return coverage;
    }

    /** How often what was met. */
    MirrorCounts counts() {
        return scan.feed().counts();
    }

    /** The pairs of which a price is told. */
    List<MirrorListing> listings() {
        return scan.listings();
    }

    boolean isInMemory() {
        return isInMemory;
    }

    /** Microseconds by which receipt lags the exchange at least: the estimate of the clocks' difference. */
    long leastLagUs() {
        return leastUs;
    }

    /** How many texts have a time of the exchange. */
    long lags() {
        return lags;
    }

    /** When it begins, in ms since 1970. */
    long startMs() {
        return startUs / 1_000;
    }

    /** When its last text came, in ns since the first. */
    long endNs() {
        return endNs;
    }
}
