package io.hayate.engine;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A book as plain as can be, of the texts that the venue wrote, and the checksum over them: to check the
 * engine's by something that shares nothing with it.
 */
public final class BookOracle {
    private static final int LEVELS = 25;

    private final boolean raw;
    private final Map<String, Row> rows = new HashMap<>();

    /** Price, and what the checksum takes: price or number of the order, and the amount. */
    private record Row(BigDecimal price, String key, String amount) {
        private boolean isBid() {
            return !amount.startsWith("-");
        }
    }

    /** An empty book; a raw one is of orders. */
    public BookOracle(boolean raw) {
        this.raw = raw;
    }

    /** Takes the three texts of a row. */
    public void apply(String row) {
        String[] texts = row.replace("[", "").replace("]", "").split(",", -1);
        boolean isDelete = new BigDecimal(texts[1]).signum() == 0;
        String side = texts[2].startsWith("-") ? "ask " : "bid ";
        String place = raw ? texts[0] : side + texts[0];
        if (isDelete) {
            rows.remove(place);
        } else {
            rows.put(place, new Row(new BigDecimal(texts[raw ? 1 : 0]), texts[0], texts[2]));
        }
    }

    /** The checksum as the venue writes it. */
    public int checksum() {
        List<Row> bids = side(true, Comparator.comparing(Row::price).reversed());
        List<Row> asks = side(false, Comparator.comparing(Row::price));
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            add(parts, bids, i);
            add(parts, asks, i);
        }
        CRC32 crc = new CRC32();
        crc.update(String.join(":", parts).getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    private List<Row> side(boolean bids, Comparator<Row> order) {
        Comparator<Row> byNumber = Comparator.comparing(row -> new BigDecimal(row.key()));
        return rows.values().stream()
                .filter(row -> row.isBid() == bids)
                .sorted(raw ? order.thenComparing(byNumber) : order)
                .toList();
    }

    private static void add(List<String> parts, List<Row> side, int index) {
        if (index < side.size()) {
            parts.add(side.get(index).key());
            parts.add(side.get(index).amount());
        }
    }
}
