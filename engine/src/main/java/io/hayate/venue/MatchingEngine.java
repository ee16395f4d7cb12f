package io.hayate.venue;

import io.hayate.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills orders against the venue's own makers: at once as a taker, or as a maker when the price
 * comes to a resting order. Clients do not meet one another here.
 */
final class MatchingEngine {
    private static final String BOOK_EXHAUSTED = "RSN_BOOK_SLIP";
    private static final String POST_ONLY_CANCELED = "POSTONLY CANCELED";

    private final VenueIds ids;
    private final RestingOrders resting = new RestingOrders();
    private final Settlement settlement;

    MatchingEngine(VenueIds ids) {
        this.ids = ids;
        settlement = new Settlement(ids);
    }

    RestingOrders resting() {
        return resting;
    }

    /** True when the account can pay for this order; a market order pays what the book asks. */
    boolean canPay(DemoAccount account, OrderRequest request) {
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
        for (int level = 0; level < SyntheticBook.LEVELS && remaining > 0; level++) {
            long units = Math.min(remaining, market.book().units(Side.BUY, level));
            BigDecimal price = market.price(market.book().ticks(Side.BUY, level));
            cost = cost.add(price.multiply(Amounts.ofUnits(units)));
            remaining -= units;
        }
        return cost;
    }

    /** Makes an order of a request that was checked; it trades only once it is submitted. */
    VenueOrder accept(OrderRequest request, Membership owner) {
        Market market = request.market();
        BigDecimal price = request.isMarket() ? market.bestPrice(request.side()) : request.price();
        return new VenueOrder(ids.nextOrderId(), request, owner, price, System.currentTimeMillis());
    }

    /** Fills what can be filled; the rest of a limit order rests, that of a market order ends. */
    void submit(VenueOrder order) {
        boolean crosses = order.accepts(order.market().bestPrice(order.side()));
        if (crosses && order.request().isPostOnly()) {
            end(order, POST_ONLY_CANCELED);
            return;
        }
        List<Fill> fills = fillAsTaker(order);
        if (!order.isFilled() && order.request().isMarket()) {
            order.end(BOOK_EXHAUSTED, System.currentTimeMillis());
            settlement.settle(order, fills, "oc");
        } else if (order.isFilled()) {
            settlement.settle(order, fills, "oc");
        } else {
            rest(order, fills);
        }
    }

    private void rest(VenueOrder order, List<Fill> fills) {
        resting.add(order);
        settlement.hold(order);
        settlement.settle(order, fills, "on");
    }

    private List<Fill> fillAsTaker(VenueOrder order) {
        List<Fill> fills = new ArrayList<>();
        SyntheticBook book = order.market().book();
        for (int level = 0; level < SyntheticBook.LEVELS && !order.isFilled(); level++) {
            BigDecimal price = order.market().price(book.ticks(order.side(), level));
            if (!order.accepts(price)) {
                break;
            }
            fill(order, level, price, false, fills);
        }
        return fills;
    }

    private void fill(
            VenueOrder order, int level, BigDecimal price, boolean maker, List<Fill> fills) {
        SyntheticBook book = order.market().book();
        long units = Math.min(order.remainingUnits(), book.units(order.side(), level));
        if (units == 0) {
            return;
        }
        book.take(order.side(), level, units);
        long timeMs = System.currentTimeMillis();
        Fill fill = new Fill(ids.nextTradeId(), order, timeMs, units, price, maker);
        order.onFill(fill);
        fills.add(fill);
        Side taker = maker ? Side.ofSign(-order.side().sign()) : order.side();
        order.market().tape().print(fill.id(), timeMs, taker, units, price);
    }

    /** Fills the resting orders whose price the market has come to. */
    void onStep(Market market) {
        if (resting.isEmpty(market)) {
            return;
        }
        for (VenueOrder order : resting.of(market)) {
            if (order.accepts(market.bestPrice(order.side()))) {
                fillAsMaker(order);
            }
        }
    }

    private void fillAsMaker(VenueOrder order) {
        settlement.release(order);
        List<Fill> fills = new ArrayList<>();
        SyntheticBook book = order.market().book();
        for (int level = 0; level < SyntheticBook.LEVELS && !order.isFilled(); level++) {
            if (order.accepts(order.market().price(book.ticks(order.side(), level)))) {
                fill(order, level, order.price(), true, fills);
            }
        }
        if (order.isFilled()) {
            resting.remove(order);
        } else {
            settlement.hold(order);
        }
        if (!fills.isEmpty()) {
            settlement.settle(order, fills, order.isFilled() ? "oc" : "ou");
        }
    }

    /** Takes a resting order off the book. */
    void cancel(VenueOrder order) {
        resting.remove(order);
        settlement.release(order);
        end(order, VenueOrder.CANCELED);
    }

    private void end(VenueOrder order, String word) {
        order.end(word, System.currentTimeMillis());
        settlement.settle(order, List.of(), "oc");
    }
}
