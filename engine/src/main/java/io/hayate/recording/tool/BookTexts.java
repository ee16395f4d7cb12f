package io.hayate.recording.tool;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * A book kept as the texts of its rows, so that checksums are taken of what the exchange wrote, and a
 * snapshot can be written of it as it would be.
 *
 * <pre>
 * level [PRICE,COUNT,AMOUNT]         order [ORDER_ID,PRICE,AMOUNT]
 * of funding [RATE,PERIOD,COUNT,AMOUNT]    [OFFER_ID,PERIOD,RATE,AMOUNT]
 * </pre>
 */
final class BookTexts {
    private static final int CHECKED = 25;

    private final boolean isRaw;
    private final boolean isFunding;
    private final TreeSet<BookRow> bids = new TreeSet<>();
    private final TreeSet<BookRow> asks = new TreeSet<>();
    private final Map<Long, BookRow> orders = new HashMap<>();
    private boolean isWhole;

    BookTexts(boolean isRaw, boolean isFunding) {
        this.isRaw = isRaw;
        this.isFunding = isFunding;
    }

    /** True from a snapshot on, until something may have been missed. */
    boolean isWhole() {
        return isWhole;
    }

    void onMissed() {
        isWhole = false;
    }

    void snapshot(List<List<String>> rows) {
        bids.clear();
        asks.clear();
        orders.clear();
        isWhole = true;
        rows.forEach(this::update);
    }

    /** Takes a row; one that is too short is passed over. */
    void update(List<String> tokens) {
        if (tokens.size() < (isFunding ? 4 : 3)) {
            return;
        }
        if (isRaw) {
            order(tokens);
        } else {
            level(tokens);
        }
    }

    private void level(List<String> tokens) {
        double price = Double.parseDouble(tokens.get(0));
        long period = isFunding ? Long.parseLong(tokens.get(1)) : 0;
        double count = Double.parseDouble(tokens.get(isFunding ? 2 : 1));
        BookRow row = new BookRow(tokens, price, period, isBid(tokens));
        side(row).remove(row);
        if (count != 0) {
            side(row).add(row);
        }
    }

    private void order(List<String> tokens) {
        long id = Long.parseLong(tokens.get(0));
        double price = Double.parseDouble(tokens.get(isFunding ? 2 : 1));
        BookRow before = orders.remove(id);
        if (before != null) {
            side(before).remove(before);
        }
        if (price != 0) {
            BookRow row = new BookRow(tokens, price, id, isBid(tokens));
            orders.put(id, row);
            side(row).add(row);
        }
    }

    private boolean isBid(List<String> tokens) {
        boolean isNegative = tokens.get(isFunding ? 3 : 2).startsWith("-");
        return isNegative == isFunding; // bids of funding are negative
    }

    private Set<BookRow> side(BookRow row) {
        return row.isBid() ? bids : asks;
    }

    /** CRC-32 of the best 25 rows a side: price, or order, and amount, as the exchange wrote them. */
    int checksum() {
        StringBuilder text = new StringBuilder();
        Iterator<BookRow> bid = bids.iterator();
        Iterator<BookRow> ask = asks.iterator();
        for (int i = 0; i < CHECKED; i++) {
            if (bid.hasNext()) {
                add(text, bid.next());
            }
            if (ask.hasNext()) {
                add(text, ask.next());
            }
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    private static void add(StringBuilder text, BookRow row) {
        text.append(text.isEmpty() ? "" : ":").append(row.tokens().get(0));
        text.append(':').append(row.tokens().get(2));
    }

    /** The frame that would bring the book to this state. */
    String snapshotFrame(long channelId) {
        StringBuilder text = new StringBuilder("[").append(channelId).append(",[");
        String comma = "";
        for (TreeSet<BookRow> side : List.of(bids, asks)) {
            for (BookRow row : side) {
                text.append(comma).append(row.text());
                comma = ",";
            }
        }
        return text.append("]]").toString();
    }
}
