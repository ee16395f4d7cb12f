package io.hayate.venue.matching;

import io.hayate.model.Side;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.book.SlipLimit;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * Takes for one order from the best of a book on: as far as the order's limit, its amount and its
 * account's money go, an order without a limit no deeper than {@link SlipLimit}.
 */
final class BookTaker {
    static final String BOOK_EXHAUSTED = "RSN_BOOK_SLIP";
    static final String OUT_OF_BALANCE = "INSUFFICIENT BALANCE (G1)";

    private static final int AMOUNT_SCALE = 8;

    /** Hears of what was taken. */
    interface Sink {
        /**
         * So much was taken at a price.
         *
         * @param price in units of the book
         */
        void onTaken(long tradeId, long oppositeId, long units, long price);
    }

    private final VenueOrder order;
    private final SlipLimit slip; // null for an order with a limit
    private final long limit; // in units of the book, of an order with a limit
    private String stopWord;
    private BigDecimal unpaid = BigDecimal.ZERO; // of what was taken

    /** A taker that has taken nothing yet. */
    BookTaker(VenueOrder order) {
        this.order = order;
        slip = order.limit() == null ? new SlipLimit(order.side()) : null;
        limit = slip == null ? order.market().unitsOf(order.limit()) : 0;
    }

    /** The order's limit in units of the book; 0 for none. */
    long limit() {
        return limit;
    }

    /** True when the order would trade at this price, in units of the book. */
    boolean accepts(long offered) {
        return slip != null || (order.side() == Side.BUY ? offered <= limit : offered >= limit);
    }

    /** Takes what it can. */
    void take(Sink sink) {
        LimitBook book = order.market().book();
        BookOrder best = book.bestFor(order.side());
        while (best != null && !order.isFilled() && isTakeable(best)) {
            long units = Math.min(order.remainingUnits(), best.units());
            long paid = affordable(best, units);
            if (paid == 0) {
                stopWord = OUT_OF_BALANCE;
                return;
            }
            long price = best.price();
            long opposite = best.id();
            long tradeId = book.take(order.side(), best, paid);
            sink.onTaken(tradeId, opposite, paid, price);
            best = book.bestFor(order.side());
        }
        if (slip != null && stopWord == null) {
            stopWord = BOOK_EXHAUSTED;
        }
    }

    private boolean isTakeable(BookOrder best) {
        if (!accepts(best.price())) {
            return false;
        } else if (isKeptFrom(best)) {
            stopWord = VenueOrder.CANCELED;
            return false;
        }
        return slip == null || !slip.isBeyond(best.price());
    }

    /** True for an order of the same account when this one asks not to meet such. */
    private boolean isKeptFrom(BookOrder other) {
        return order.terms().meta().protectsFromSelf()
                && other.owner() instanceof Resting resting
                && resting.order().account() == order.account();
    }

    /** How much of so many units the account can pay; a sell is held back in full. */
    private long affordable(BookOrder best, long units) {
        if (!order.type().exchange() || order.side() == Side.SELL) {
            return units;
        }
        Wallet wallet = order.origin().purse().quote();
        BigDecimal money = wallet.available().add(order.held()).subtract(unpaid);
        BigDecimal price = order.market().priceOfUnits(best.price());
        BigDecimal cost = price.multiply(Amounts.ofUnits(units));
        if (cost.compareTo(money) <= 0) {
            unpaid = unpaid.add(cost);
            return units;
        }
        BigDecimal most = money.max(BigDecimal.ZERO).divide(price, AMOUNT_SCALE, RoundingMode.DOWN);
        long part = Amounts.toUnits(most);
        unpaid = unpaid.add(price.multiply(Amounts.ofUnits(part)));
        return part;
    }

    /** Why the order ends although something is left of it; null when it may rest. */
    String stopWord() {
        return stopWord;
    }

    /** True when the whole order could be taken at once. */
    boolean isWholeThere() {
        Count count = new Count();
        order.market().book().forEach(order.side(), count);
        return count.units >= order.remainingUnits();
    }

    /** Counts what lies within the order's limit. */
    private final class Count implements Predicate<BookOrder> {
        private long units;

        @Override
        public boolean test(BookOrder next) {
            if (isKeptFrom(next) || !accepts(next.price())) {
                return false;
            }
            units += next.units();
            return units < order.remainingUnits();
        }
    }
}
