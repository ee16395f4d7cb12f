package io.hayate.engine;

import io.hayate.market.OrderBook;
import io.hayate.model.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The entries of a book at one moment by price or order number: of the engine's as a strategy finds it,
 * or of the venue's own.
 */
record BookCopy(Map<Double, List<Double>> entries) {
    /** A book as a strategy finds it, on its thread. */
    static BookCopy of(OrderBook book) {
        Map<Double, List<Double>> entries = new HashMap<>();
        for (Side side : Side.values()) {
            if (book.channel().spec().isRaw()) {
                addOrders(book, side, entries);
            } else {
                addLevels(book, side, entries);
            }
        }
        return new BookCopy(entries);
    }

    private static void addLevels(OrderBook book, Side side, Map<Double, List<Double>> entries) {
        boolean bids = side == Side.BUY;
        for (int i = 0; i < book.levels(side); i++) {
            double price = bids ? book.bidPrice(i) : book.askPrice(i);
            double count = bids ? book.bidCount(i) : book.askCount(i);
            double amount = bids ? book.bidAmount(i) : book.askAmount(i);
            entries.put(side.sign() * price, List.of(count, side.sign() * amount));
        }
    }

    private static void addOrders(OrderBook book, Side side, Map<Double, List<Double>> entries) {
        for (int i = 0; i < book.orders(side); i++) {
            double amount = side.sign() * book.orderAmount(side, i);
            entries.put((double) book.orderId(side, i), List.of(book.orderPrice(side, i), amount));
        }
    }

    /** The venue's, from the rows of a snapshot. */
    static BookCopy of(String rows, boolean raw) {
        Map<Double, List<Double>> entries = new HashMap<>();
        StringTokenizer numbers = new StringTokenizer(rows, "[],");
        while (numbers.hasMoreTokens()) {
            double key = Double.parseDouble(numbers.nextToken());
            double value = Double.parseDouble(numbers.nextToken());
            double amount = Double.parseDouble(numbers.nextToken());
            entries.put(raw ? key : Math.signum(amount) * key, List.of(value, amount));
        }
        return new BookCopy(entries);
    }

    /** True when each entry, or its absence, is that of one of these: a book inside a burst. */
    boolean isBetween(List<BookCopy> images) {
        if (images.contains(this)) {
            return true;
        }
        Set<Double> keys = new HashSet<>(entries.keySet());
        images.forEach(image -> keys.addAll(image.entries.keySet()));
        return keys.stream().allMatch(key -> images.stream().anyMatch(i -> hasAs(i, key)));
    }

    private boolean hasAs(BookCopy other, Double key) {
        List<Double> mine = entries.get(key);
        List<Double> its = other.entries.get(key);
        return mine == null ? its == null : mine.equals(its);
    }
}
