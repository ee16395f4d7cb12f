package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.account.AccountFeed;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.util.List;

/**
 * Moves the money of what was filled and tells the account, in the order of the exchange: wallets,
 * executions, the order, fees, executions with fees, the balance; what is available comes later.
 */
final class Settlement {
    private final VenueIds ids;

    Settlement(VenueIds ids) {
        this.ids = ids;
    }

    void hold(VenueOrder order) {
        paying(order).hold(order.held());
    }

    void release(VenueOrder order) {
        paying(order).release(order.held());
    }

    /**
     * Settles these fills of an order, none included.
     *
     * @param type {@code on}, {@code ou} or {@code oc}: what has become of the order
     */
    void settle(VenueOrder order, List<Fill> fills, String type) {
        AccountFeed feed = order.account().feed();
        long[] oppositeIds = fills.stream().mapToLong(fill -> ids.nextOrderId()).toArray();
        for (int i = 0; i < fills.size(); i++) {
            exchange(fills.get(i), oppositeIds[i]);
        }
        for (Fill fill : fills) {
            feed.publish("te", order.symbol(), TradeRow.executed(fill));
        }
        JsonText row = new JsonText();
        OrderRow.write(row, order);
        feed.publish(type, order.symbol(), row);
        for (int i = 0; i < fills.size(); i++) {
            charge(fills.get(i), oppositeIds[i]);
        }
        for (Fill fill : fills) {
            feed.publish("tu", order.symbol(), TradeRow.charged(fill));
        }
        for (Fill fill : fills) {
            order.account().traded(fill.quote(), fill.cost());
        }
        if (!fills.isEmpty()) {
            feed.publish("bu", "", order.account().balanceBody());
        }
        order.account().computeLater(base(order), quote(order));
    }

    private static void exchange(Fill fill, long oppositeOrderId) {
        BigDecimal sign = BigDecimal.valueOf(fill.order().side().sign());
        Wallet base = base(fill.order());
        base.add(fill.signedAmount());
        publish(fill, base, WalletChangeRow.exchanged(base, fill, oppositeOrderId));
        Wallet quote = quote(fill.order());
        quote.add(fill.cost().multiply(sign).negate());
        publish(fill, quote, WalletChangeRow.exchanged(quote, fill, oppositeOrderId));
    }

    private static void charge(Fill fill, long oppositeOrderId) {
        Wallet wallet = fill.order().account().wallet(fill.feeCurrency());
        wallet.add(fill.fee().negate());
        publish(fill, wallet, WalletChangeRow.charged(wallet, fill, oppositeOrderId));
    }

    private static void publish(Fill fill, Wallet wallet, JsonText row) {
        fill.order().account().feed().publish("wu", wallet.subject(), row);
    }

    private static Wallet paying(VenueOrder order) {
        return order.side() == Side.BUY ? quote(order) : base(order);
    }

    private static Wallet base(VenueOrder order) {
        return order.account().wallet(order.market().instrument().base());
    }

    private static Wallet quote(VenueOrder order) {
        return order.account().wallet(order.market().instrument().quote());
    }
}
