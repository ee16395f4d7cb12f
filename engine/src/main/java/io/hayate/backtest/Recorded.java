package io.hayate.backtest;

import io.hayate.model.ConfigException;
import io.hayate.recording.Recordings;
import io.hayate.venue.mirror.MirrorCount;
import io.hayate.venue.mirror.MirrorCounts;
import io.hayate.venue.mirror.MirrorFeed;
import io.hayate.venue.mirror.MirrorListing;
import io.hayate.venue.mirror.MirrorScan;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A recording that was read once: what it covers, what it lists, and its texts, in memory where they
 * have room there. Read by any thread once it is made.
 */
final class Recorded implements TapeCache.Kept {
    private static final long ROOM_SHARE = 3; // of the heap's third

    private final Path path;
    private final Coverage coverage = new Coverage();
    private final TextTape tape;
    private MirrorCounts counts;
    private List<MirrorListing> listings = List.of();
    private boolean isInMemory = true;
    private long leastUs = TextSource.UNKNOWN;
    private long lags;
    private long startUs;
    private long endNs;
    private String note = "";

    private Recorded(Path path, long bytesMax) {
        this.path = path;
        tape = new TextTape(bytesMax);
    }

    /** As {@link #read(Path, Path)}, without a cache. */
    static Recorded read(Path path) throws IOException {
        return read(path, null);
    }

    /**
     * Reads a recording from its first text to its last, or what was kept of it.
     *
     * @param cache a folder where what was read is kept; null for nowhere
     * @throws IOException when it cannot be read
     * @throws ConfigException when it tells of no pair
     */
    static Recorded read(Path path, Path cache) throws IOException {
        return read(path, cache, Runtime.getRuntime().maxMemory() / ROOM_SHARE);
    }

    /** As {@link #read(Path, Path)}, with so many bytes of texts in memory at most. */
    static Recorded read(Path path, Path cache, long bytesMax) throws IOException {
        TapeCache kept = cache == null ? null : new TapeCache(cache, path);
        Recorded recorded = new Recorded(path, bytesMax);
        if (kept == null || !kept.read(recorded)) {
            recorded = new Recorded(path, bytesMax);
            recorded.read();
            recorded.check();
            if (kept != null && recorded.isInMemory) {
                kept.write(recorded);
            }
        }
        recorded.note = kept == null ? "" : kept.note();
        return recorded;
    }

    private void check() {
        if (listings.isEmpty()) {
            throw new ConfigException(
                    "--recording must have texts of pairs, with their subscriptions: "
                            + path
                            + " has "
                            + coverage.texts()
                            + " texts and no pair with a price");
        }
    }

    private void read() throws IOException {
        MirrorScan scan = new MirrorScan();
        try (EntryTexts texts = new EntryTexts(Recordings.open(path), coverage)) {
            while (texts.next()) {
                onText(texts, scan.feed());
            }
            startUs = texts.startUs();
        }
        tape.finish();
        counts = scan.feed().counts();
        listings = scan.listings();
    }

    private void onText(EntryTexts texts, MirrorFeed feed) {
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

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
        for (long each : new long[] {startUs, endNs, leastUs, lags}) {
            out.writeLong(each);
        }
        coverage.writeTo(out);
        for (MirrorCount what : MirrorCount.values()) {
            out.writeLong(counts.of(what));
        }
        out.writeUTF(counts.example());
        out.writeInt(listings.size());
        for (MirrorListing listing : listings) {
            out.writeUTF(listing.symbol());
            out.writeUTF(listing.price().toString());
            out.writeUTF(listing.minimumAmount().toString());
        }
        tape.writeTo(out);
    }

    @Override
    public boolean readFrom(DataInputStream in) throws IOException {
        startUs = in.readLong();
        endNs = in.readLong();
        leastUs = in.readLong();
        lags = in.readLong();
        coverage.readFrom(in);
        Map<MirrorCount, Long> counted = new EnumMap<>(MirrorCount.class);
        for (MirrorCount what : MirrorCount.values()) {
            counted.put(what, in.readLong());
        }
        counts = MirrorCounts.of(counted, in.readUTF());
        List<MirrorListing> listed = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            listed.add(
                    new MirrorListing(
                            in.readUTF(),
                            new BigDecimal(in.readUTF()),
                            new BigDecimal(in.readUTF())));
        }
        listings = List.copyOf(listed);
        return tape.readFrom(in);
    }

    /** What has come of the cache, in words; empty for nothing. */
    String note() {
        return note;
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
        return counts;
    }

    /** The pairs of which a price is told. */
    List<MirrorListing> listings() {
        return listings;
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
