package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** A book kept by a test from the words of the frames, which are never read as numbers and back. */
public final class BookMirror {
    private static final int CHECKED = 25;

    private final boolean raw;
    private final boolean funding;
    private final Map<String, String[]> bids = new HashMap<>();
    private final Map<String, String[]> asks = new HashMap<>();

    public BookMirror(boolean raw, boolean funding) {
        this.raw = raw;
        this.funding = funding;
    }

    /** The rows of a frame: of a snapshot or bulk all, else the one; none of a text or checksum. */
    public static List<String[]> rows(String frame) {
        String body = frame.substring(frame.indexOf('[', 1) + 1, frame.lastIndexOf(']'));
        List<String[]> rows = new ArrayList<>();
        for (String row : body.replaceAll("^\\[|\\]+$", "").split("\\],\\[", -1)) {
            if (!row.isEmpty()) {
                rows.add(row.split(",", -1));
            }
        }
        return rows;
    }

    BookMirror snapshot(String frame) {
        bids.clear();
        asks.clear();
        rows(frame).forEach(this::apply);
        return this;
    }

    public void apply(String[] row) {
        Map<String, String[]> side = isBid(row) ? bids : asks;
        String[] before = isDelete(row) ? side.remove(key(row)) : side.put(key(row), row);
        assertTrue(!isDelete(row) || before != null, "nothing to delete: " + String.join(",", row));
    }

    public boolean isBid(String[] row) {
        return (new BigDecimal(row[row.length - 1]).signum() > 0) != funding;
    }

    public boolean isDelete(String[] row) {
        int at = funding ? 2 : 1;
        boolean delete = row[at].equals("0");
        assertTrue(!delete || row[row.length - 1].matches("-?1"), () -> String.join(",", row));
        return delete;
    }

    private String key(String[] row) {
        return funding && !raw ? row[0] + " " + row[1] : row[0];
    }

    private BigDecimal price(String[] row) {
        return new BigDecimal(raw ? row[funding ? 2 : 1] : row[0]);
    }

    /** The price of a row, or of the order that a row deletes. */
    public BigDecimal priceOf(String[] row) {
        String[] known = (isBid(row) ? bids : asks).get(key(row));
        return raw && isDelete(row) && known != null ? price(known) : price(row);
    }

    public List<String[]> bids() {
        return sorted(bids, Comparator.comparing(this::price).reversed());
    }

    public List<String[]> asks() {
        return sorted(asks, Comparator.comparing(this::price));
    }

    private List<String[]> sorted(Map<String, String[]> side, Comparator<String[]> byPrice) {
        List<String[]> rows = new ArrayList<>(side.values());
        Comparator<String[]> order = byPrice;
        if (funding) {
            order = order.thenComparing(row -> Integer.valueOf(row[1]));
        }
        if (raw) {
            order = order.thenComparing(row -> Long.valueOf(row[0]));
        }
        rows.sort(order);
        return rows;
    }

    /** The checksum as the venue documents it. */
    int checksum() {
        List<String[]> bidRows = bids();
        List<String[]> askRows = asks();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < CHECKED; i++) {
            addWords(bidRows, i, words);
            addWords(askRows, i, words);
        }
        CRC32 crc = new CRC32();
        crc.update(String.join(":", words).getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    private static void addWords(List<String[]> rows, int at, List<String> words) {
        if (at < rows.size()) {
            words.add(rows.get(at)[0]);
            words.add(rows.get(at)[rows.get(at).length - 1]);
        }
    }

    /** All rows, bids first, best first. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        bids().forEach(row -> text.add(String.join(",", row)));
        asks().forEach(row -> text.add(String.join(",", row)));
        return text;
    }

    /** Checks that no side is longer than this, and that a bid is less than an ask. */
    void assertWhole(int length) {
        assertTrue(bids.size() <= length && asks.size() <= length);
        assertEquals(
                -1, price(bids().get(0)).compareTo(price(asks().get(0))), () -> text().toString());
    }
}
