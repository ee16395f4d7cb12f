package io.hayate.market;

import io.hayate.model.Side;

/**
 * The checksum of a book of a pair, as the venue makes it: bid, ask, bid, ask, the best 25 of each,
 * asks with negative amounts.
 *
 * <p>The strategy's thread; allocates nothing after construction.
 */
final class BookDigest {
    private static final int LEVELS = 25;

    private final ChecksumText text = new ChecksumText();

    int of(OrderBook book) {
        boolean raw = book.places() != null;
        text.clear();
        for (int i = 0; i < LEVELS; i++) {
            add(book.side(Side.BUY), i, raw);
            add(book.side(Side.SELL), i, raw);
        }
        return text.value();
    }

    private void add(OrderBookSide side, int rank, boolean raw) {
        SortedRows rows = side.rows();
        if (!rows.holds(rank)) {
            return;
        }
        double amount = rows.amount(rank) * side.side().sign();
        if (raw) {
            text.addOrder(rows.id(rank), amount);
        } else {
            text.add(rows.price(rank), amount);
        }
    }
}
