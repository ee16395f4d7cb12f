package io.hayate.recording.tool;

import java.util.List;

/**
 * A row of a book as it was written.
 *
 * @param tokens its numbers as the exchange wrote them
 * @param price of a level, or of an order
 * @param id of an order in a raw book; of a level of funding its period; else 0
 * @param isBid whether it lies on the side of the bids
 */
record BookRow(List<String> tokens, double price, long id, boolean isBid)
        implements Comparable<BookRow> {
    /** The best first, by side: bids from the highest, asks from the lowest; then by id. */
    @Override
    public int compareTo(BookRow other) {
        int byPrice =
                isBid ? Double.compare(other.price, price) : Double.compare(price, other.price);
        return byPrice != 0 ? byPrice : Long.compare(id, other.id);
    }

    String text() {
        return "[" + String.join(",", tokens) + "]";
    }
}
