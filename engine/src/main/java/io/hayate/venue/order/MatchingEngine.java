package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.account.Membership;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.BookSide;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.book.SlipLimit;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/**
 * Fills clients' orders: at once as takers of what lies in the book, whoever it is of, or as makers
 * when somebody takes of them.
 */
public final class MatchingEngine {
    /** A part of a resting order that somebody took. */
    private record Taken(VenueOrder order, long tradeId, long units) {}

    private static final String BOOK_EXHAUSTED = "RSN_BOOK_SLIP";
    private static final String POST_ONLY_CANCELED = "POSTONLY CANCELED";

    private final VenueIds ids;
    private final VenueOrderNews news;
    private final EpochClock clock;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final Deque<Taken> taken = new ArrayDeque<>(); // of resting orders, not settled yet

    /** An engine that keeps what rests in {@code resting}. */
    public MatchingEngine(
            VenueIds ids, VenueOrderNews news, EpochClock clock, RestingOrders resting) {
        this.ids = ids;
        this.news = news;
        this.clock = clock;
        this.resting = resting;
        settlement = new Settlement(ids);
    }

    /** The orders that wait for their price. */
    public RestingOrders resting() {
        return resting;
    }

    /** True when the account can pay for this order; a market order pays what the book asks. */
    boolean canPay(VenueAccount account, OrderRequest request) {
        Market market = request.market();
        if (request.side() == Side.SELL) {
            BigDecimal available = account.wallet(market.instrument().base()).available();
            return available.compareTo(Amounts.ofUnits(request.units())) >= 0;
        }
        BigDecimal cost = request.isMarket() ? marketCost(request) : limitCost(request);
        return account.wallet(market.instrument().quote()).available().compareTo(cost) >= 0;
    }

    private static BigDecimal limitCost(OrderRequest request) {
        return request.price().multiply(Amounts.ofUnits(request.units()));
    }

    private static BigDecimal marketCost(OrderRequest request) {
        Market market = request.market();
        BigDecimal cost = BigDecimal.ZERO;
        long remaining = request.units();
        BookSide asks = market.book().side(Side.SELL);
        SlipLimit slip = new SlipLimit(Side.BUY);
        for (int rank = 0; rank < asks.count() && remaining > 0; rank++) {
            BookOrder ask = asks.at(rank);
            if (slip.isBeyond(ask.price())) {
                break;
            }
            long units = Math.min(remaining, ask.units());
            cost = cost.add(market.priceOfUnits(ask.price()).multiply(Amounts.ofUnits(units)));
            remaining -= units;
        }
        return cost;
    }

    /** Makes an order of a request that was checked; it trades only once it is submitted. */
    VenueOrder accept(OrderRequest request, Membership owner) {
        Market market = request.market();
        BigDecimal price = request.isMarket() ? market.bestPrice(request.side()) : request.price();
        long id = ids.nextOrderId();
        long connection = owner.client().number();
        return new VenueOrder(id, request, owner.account(), connection, price, clock.time());
    }

    /** Fills what can be filled; the rest of a limit order rests, that of a market order ends. */
    void submit(VenueOrder order) {
        BookOrder best = order.market().book().bestFor(order.side());
        boolean crosses = best != null && order.accepts(best.price());
        news.accepted(order);
        if (crosses && order.request().isPostOnly()) {
            end(order, POST_ONLY_CANCELED);
            return;
        }
        List<Fill> fills = fillAsTaker(order);
        if (!order.isFilled() && order.request().isMarket()) {
            endUnfilled(order, BOOK_EXHAUSTED);
            settlement.settle(order, fills, "oc");
        } else if (order.isFilled()) {
            settlement.settle(order, fills, "oc");
        } else {
            rest(order, fills);
        }
        settleMakers();
    }

    private void rest(VenueOrder order, List<Fill> fills) {
        resting.add(order);
        long units = order.remainingUnits();
        LimitBook book = order.market().book();
        BookOrder.Owner owner = (tradeId, part) -> taken.addLast(new Taken(order, tradeId, part));
        order.bookOrder(book.add(order.side(), order.id(), order.priceUnits(), 0, units, owner));
        settlement.hold(order);
        settlement.settle(order, fills, "on");
    }

    /** Takes from the best on; a market order goes no deeper than so many prices. */
    private List<Fill> fillAsTaker(VenueOrder order) {
        List<Fill> fills = new ArrayList<>();
        LimitBook book = order.market().book();
        SlipLimit slip = new SlipLimit(order.side());
        BookOrder best = book.bestFor(order.side());
        while (best != null
                && !order.isFilled()
                && order.accepts(best.price())
                && !(order.request().isMarket() && slip.isBeyond(best.price()))) {
            long units = Math.min(order.remainingUnits(), best.units());
            BigDecimal price = order.market().priceOfUnits(best.price());
            long tradeId = book.take(order.side(), best, units);
            fills.add(fill(tradeId, order, units, price, false));
            best = book.bestFor(order.side());
        }
        return fills;
    }

    private Fill fill(long tradeId, VenueOrder order, long units, BigDecimal price, boolean maker) {
        long timeMs = clock.time();
        Fill fill = new Fill(tradeId, order, timeMs, units, price, maker);
        order.onFill(units, price, timeMs);
        news.filled(fill);
        return fill;
    }

    /** Settles what was taken of the orders that rest, in the order in which it was. */
    public void settleMakers() {
        while (!taken.isEmpty()) {
            Taken next = taken.removeFirst();
            VenueOrder order = next.order();
            settlement.release(order);
            Fill fill = fill(next.tradeId(), order, next.units(), order.price(), true);
            if (order.isFilled()) {
                resting.remove(order);
            } else {
                settlement.hold(order);
            }
            settlement.settle(order, List.of(fill), order.isFilled() ? "oc" : "ou");
        }
    }

    /** Takes a resting order off the book. */
    void cancel(VenueOrder order) {
        order.market().book().remove(order.bookOrder());
        resting.remove(order);
        settlement.release(order);
        end(order, VenueOrder.CANCELED);
    }

    private void end(VenueOrder order, String word) {
        endUnfilled(order, word);
        settlement.settle(order, List.of(), "oc");
    }

    private void endUnfilled(VenueOrder order, String word) {
        order.end(word, clock.time());
        news.canceled(order, word);
    }
}
