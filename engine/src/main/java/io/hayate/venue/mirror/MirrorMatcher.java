package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.QueueModel;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/**
 * Fills clients' resting orders by what others did:
 *
 * <pre>
 * a trade beyond the order's price    min(left of the order, the trade's amount)
 * a trade at the order's price        min(left of the order, max(0, amount - what lay ahead))
 * an order shown at or beyond it      min(left of the order, left of that order)
 * </pre>
 *
 * <p>Of several orders each gets what those before it left of the amount: the best price first, of one
 * price who came first. All fills of one trade together are never more than its amount.
 */
final class MirrorMatcher {
    private final LimitBook book;
    private final EpochClock clock;
    private final QueueModel model;
    private final FillAccount fills;
    private final List<BookOrder> met = new ArrayList<>();

    MirrorMatcher(LimitBook book, EpochClock clock, QueueModel model, FillAccount fills) {
        this.book = book;
        this.clock = clock;
        this.model = model;
        this.fills = fills;
    }

    /**
     * Somebody has traded elsewhere.
     *
     * @param tradeMs when it happened
     * @return how much of it clients' orders have had
     */
    long onTrade(Side taker, long price, long units, long tradeMs, boolean isRaw, boolean isFull) {
        if (book.clients() == 0) {
            return 0;
        }
        collect(taker, price, false);
        long left = units;
        for (int i = 0; i < met.size(); i++) {
            left -= fill(taker, met.get(i), left, FillCause.THROUGH);
        }
        met.clear();
        book.clientsAt(taker == Side.BUY ? Side.SELL : Side.BUY, price, met);
        QueueModel rule = isRaw ? QueueModel.OPTIMISTIC : model; // only what ids tell has gone
        for (int i = 0; i < met.size(); i++) {
            BookOrder order = met.get(i);
            if (order.place().isUnknown() && !isFull) {
                order.place().restart(0); // the window ends where the book does
            }
            long reached = order.place().onTrade(left, tradeMs, clock.time(), rule);
            left -= fill(taker, order, reached, cause(order, isRaw));
        }
        return units - left;
    }

    private static FillCause cause(BookOrder order, boolean isRaw) {
        if (isRaw) {
            return FillCause.BY_IDS;
        }
        return order.place().isGuessed() ? FillCause.BY_MODEL : FillCause.SURE;
    }

    /** An order of others lies where it would have met clients' orders. */
    void onShown(MirrorOrder order, MirrorBook mirrored) {
        if (book.clients() == 0 || order.lying == null) {
            return;
        }
        collect(order.side, order.price, true);
        for (int i = 0; i < met.size() && order.lying != null; i++) {
            long units = Math.min(order.left(), met.get(i).units());
            mirrored.reduce(order, units);
            fill(order.side, met.get(i), units, FillCause.CROSSED);
        }
    }

    /** Clients' orders that a taker meets before this price, or at it, too. */
    private void collect(Side taker, long price, boolean withPrice) {
        met.clear();
        book.forEach(
                taker,
                next -> {
                    long better = (price - next.price()) * taker.sign();
                    if (better < 0 || (better == 0 && !withPrice)) {
                        return false;
                    }
                    if (!next.isMakers()) {
                        met.add(next);
                    }
                    return true;
                });
    }

    private long fill(Side taker, BookOrder order, long most, FillCause cause) {
        long units = Math.min(order.units(), most);
        if (units > 0) {
            fills.add(book.take(taker, order, units), cause);
        }
        return Math.max(0, units);
    }
}
