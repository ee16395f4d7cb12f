package io.hayate.venue.mirror;

import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * A book channel's rows number by number, as its checksum takes them: the best 25 of each side in turn,
 * best bid, best ask, second bid and so on; of an order its id in place of the price.
 *
 * <pre>6000:1:6100:-3:5900:2:6200:-4</pre>
 *
 * <p>Venue thread. Allocates with each row.
 */
final class MirrorProof {
    private static final int RANKS = 25;

    /** A row as floating point has it, and as {@link ChannelRows} has it; amounts have the wire's sign. */
    private record Row(
            long id, double price, double amount, long priceUnits, int count, long units) {
        private boolean isGone() {
            return count == 0;
        }
    }

    private static final Comparator<Row> BIDS =
            Comparator.comparingDouble((Row row) -> -row.price).thenComparingLong(Row::id);
    private static final Comparator<Row> ASKS =
            Comparator.comparingDouble(Row::price).thenComparingLong(Row::id);

    private final boolean isRaw;
    private final TreeMap<Row, Row> bids = new TreeMap<>(BIDS);
    private final TreeMap<Row, Row> asks = new TreeMap<>(ASKS);
    private final Long2ObjectHashMap<Row> byId = new Long2ObjectHashMap<>();
    private final List<Row> read = new ArrayList<>();

    MirrorProof(boolean isRaw) {
        this.isRaw = isRaw;
    }

    /** A text of rows begins. */
    void begin() {
        read.clear();
    }

    /** Reads a row, which counts once its text was found whole. */
    void add(double price, double amount, long id, long priceUnits, int count, long units) {
        read.add(new Row(id, price, amount, priceUnits, count, units));
    }

    /** The text was whole. */
    void apply(boolean isSnapshot) {
        if (isSnapshot) {
            bids.clear();
            asks.clear();
            byId.clear();
        }
        read.forEach(this::apply);
        read.clear();
    }

    private void apply(Row row) {
        Row before = isRaw ? byId.remove(row.id) : row;
        if (before != null) {
            (before.amount < 0 ? asks : bids).remove(before);
        }
        if (!row.isGone()) {
            (row.amount < 0 ? asks : bids).put(row, row);
            if (isRaw) {
                byId.put(row.id, row);
            }
        }
    }

    /** All rows that there are. */
    void fill(ChannelRows rows) {
        rows.begin(null);
        for (TreeMap<Row, Row> side : List.of(bids, asks)) {
            for (Row row : side.values()) {
                rows.add(row.id, row.priceUnits, row.count, row.units);
            }
        }
    }

    /** The checksum, as the exchange sends it. */
    long checksum() {
        JsonText text = new JsonText();
        Iterator<Row> bid = bids.values().iterator();
        Iterator<Row> ask = asks.values().iterator();
        for (int rank = 0; rank < RANKS; rank++) {
            write(text, bid);
            write(text, ask);
        }
        CRC32 crc = new CRC32();
        crc.update(text.bytes(), 0, text.length());
        return (int) crc.getValue();
    }

    private void write(JsonText text, Iterator<Row> side) {
        if (side.hasNext()) {
            Row row = side.next();
            if (text.length() > 0) {
                text.colon();
            }
            (isRaw ? text.whole(row.id) : text.floating(row.price)).colon().floating(row.amount);
        }
    }
}
