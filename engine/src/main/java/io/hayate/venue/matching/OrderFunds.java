package io.hayate.venue.matching;

import io.hayate.model.Side;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.market.Market;
import io.hayate.venue.order.MarginEntry;
import io.hayate.venue.order.MarketCost;
import io.hayate.venue.order.OrderKind;
import io.hayate.venue.order.OrderRequest;
import io.hayate.venue.order.OrderTerms;
import io.hayate.venue.order.OrderUpdate;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;

/** What orders need of their account's money before they are taken. */
final class OrderFunds {
    private final MarginPositions positions;

    OrderFunds(MarginPositions positions) {
        this.positions = positions;
    }

    /** The price of a request as its row tells it: what it gives, or where the market is. */
    static BigDecimal priceOf(OrderRequest request) {
        Market market = request.market();
        return switch (request.type().kind()) {
            case MARKET -> market.bestPrice(request.side());
            case TRAILING_STOP ->
                    StopTriggers.trailingPrice(market, request.side(), request.terms().trailing());
            default -> request.terms().price();
        };
    }

    /** Why the account cannot pay for this, or null when it can. */
    String refusal(VenueAccount account, OrderRequest request) {
        BigDecimal price = priceOf(request);
        if (!request.type().exchange()) {
            boolean covered =
                    request.terms().flags().isReduceOnly()
                            || positions.covers(account, MarginEntry.of(request, price), null);
            return covered ? null : text("tradable", request.signedAmount(), request, price);
        }
        BigDecimal needed = needed(request, price);
        BigDecimal available = paying(account, request.contract()).available();
        return available.compareTo(needed) >= 0
                ? null
                : text("exchange", request.signedAmount(), request, price);
    }

    private static BigDecimal needed(OrderRequest request, BigDecimal price) {
        BigDecimal amount = Amounts.ofUnits(request.units());
        if (request.side() == Side.SELL) {
            return amount;
        } else if (request.type().kind() == OrderKind.MARKET) {
            return MarketCost.of(request.market(), request.units());
        }
        OrderTerms terms = request.terms().withPrice(price);
        return amount.multiply(VenueOrder.mostPaid(request.type().kind(), terms));
    }

    /** Why the account cannot pay for an order with its new terms, or null when it can. */
    String refusal(OrderUpdate update) {
        VenueOrder order = update.order();
        if (!order.type().exchange()) {
            return marginRefusal(update);
        }
        BigDecimal amount = Amounts.ofUnits(update.units());
        BigDecimal needed =
                order.side() == Side.SELL
                        ? amount
                        : amount.multiply(VenueOrder.mostPaid(order.kind(), update.terms()));
        OrderRequest.Contract contract =
                new OrderRequest.Contract(order.market(), order.type(), order.side());
        Wallet wallet = paying(order.account(), contract);
        if (wallet.available().add(order.held()).compareTo(needed) >= 0) {
            return null;
        }
        BigDecimal signed = Amounts.ofUnits(update.units() * order.side().sign());
        return text("exchange", signed, order.market(), update.terms().price());
    }

    private String marginRefusal(OrderUpdate update) {
        VenueOrder order = update.order();
        boolean covered =
                update.terms().flags().isReduceOnly()
                        || positions.covers(order.account(), MarginEntry.of(update), order);
        BigDecimal signed = Amounts.ofUnits(update.units() * order.side().sign());
        return covered ? null : text("tradable", signed, order.market(), update.terms().price());
    }

    static Wallet paying(VenueAccount account, OrderRequest.Contract contract) {
        Market market = contract.market();
        String currency = contract.side() == Side.BUY ? market.quote() : market.base();
        return account.wallet(contract.type().wallet(), currency);
    }

    private static String text(
            String what, BigDecimal signed, OrderRequest request, BigDecimal price) {
        return text(what, signed, request.market(), price);
    }

    /** {@code Invalid order: not enough exchange balance for 20.0 BTCUSD at 86711.0}. */
    private static String text(String what, BigDecimal signed, Market market, BigDecimal price) {
        return "Invalid order: not enough "
                + what
                + " balance for "
                + Amounts.withPoint(signed)
                + " "
                + market.instrument().displayName()
                + " at "
                + Amounts.withPoint(price);
    }
}
