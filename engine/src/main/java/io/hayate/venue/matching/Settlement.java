package io.hayate.venue.matching;

import io.hayate.venue.account.AccountFeed;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.ledger.MarginPosition;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.order.Fill;
import io.hayate.venue.order.OrderRow;
import io.hayate.venue.order.TradeRow;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.order.WalletChangeRow;
import java.math.BigDecimal;
import java.util.List;

/**
 * Moves the money of what was filled and tells the account, in the order of the exchange: wallets or
 * positions, executions, the order, fees, executions with fees, the balance; what is available comes
 * later.
 */
final class Settlement {
    private final MarginPositions positions;

    Settlement(MarginPositions positions) {
        this.positions = positions;
    }

    /** Holds back what the order needs now, in place of what it held before. */
    void hold(VenueOrder order) {
        if (!order.type().exchange()) {
            return; // a position stands for it
        }
        BigDecimal before = order.held();
        BigDecimal now = order.toHold();
        order.held(now);
        if (now.signum() != 0 || before.signum() != 0) {
            paying(order).hold(before.signum() == 0 ? now : now.subtract(before));
        }
    }

    /**
     * Settles these fills of an order, none included.
     *
     * @param type {@code on}, {@code ou} or {@code oc}: what has become of the order
     */
    void settle(VenueOrder order, List<Fill> fills, String type) {
        AccountFeed feed = order.account().feed();
        if (fills.isEmpty()) {
            feed.publish(type, order.symbol(), out -> OrderRow.write(out, order));
            hold(order);
        } else {
            settleFills(order, fills, type, feed);
        }
        order.account().computeLater(base(order), quote(order));
    }

    private void settleFills(VenueOrder order, List<Fill> fills, String type, AccountFeed feed) {
        boolean isExchange = order.type().exchange();
        int count = fills.size();
        for (int i = 0; i < count; i++) {
            if (isExchange) {
                exchange(fills.get(i));
            } else {
                trade(fills.get(i));
            }
        }
        for (int i = 0; i < count; i++) {
            Fill fill = fills.get(i);
            feed.publish("te", order.symbol(), out -> TradeRow.executed(out, fill));
        }
        feed.publish(type, order.symbol(), out -> OrderRow.write(out, order));
        for (int i = 0; i < count; i++) {
            charge(fills.get(i));
        }
        for (int i = 0; i < count; i++) {
            Fill fill = fills.get(i);
            feed.publish("tu", order.symbol(), out -> TradeRow.charged(out, fill));
            order.account().traded(fill.quote(), fill.cost());
        }
        hold(order);
        feed.publish("bu", "", out -> out.raw(order.account().balanceBody()));
    }

    private static void exchange(Fill fill) {
        VenueOrder order = fill.order();
        Wallet base = base(order);
        base.add(fill.signedAmount());
        publish(fill, base, out -> WalletChangeRow.exchanged(out, base, fill));
        Wallet quote = quote(order);
        quote.add(fill.signedProceeds());
        publish(fill, quote, out -> WalletChangeRow.exchanged(out, quote, fill));
    }

    /** Changes the position; the profit of what is closed goes to the wallet of the quote currency. */
    private void trade(Fill fill) {
        VenueOrder order = fill.order();
        MarginPosition position = positions.forTradeOf(order, fill.timeMs());
        boolean isNew = position.units() == 0;
        long units = fill.units() * order.side().sign();
        BigDecimal profit = position.trade(units, fill.price(), fill.timeMs());
        String type = "pu";
        if (position.units() == 0) {
            positions.forget(position);
            type = "pc";
        } else if (isNew) {
            type = "pn";
        }
        AccountFeed feed = order.account().feed();
        feed.publish(type, order.symbol(), out -> PositionRow.traded(out, position, fill));
        if (profit.signum() != 0) {
            Wallet quote = quote(order);
            quote.add(profit);
            publish(fill, quote, out -> WalletChangeRow.realized(out, quote, fill));
        }
    }

    private static void charge(Fill fill) {
        VenueOrder order = fill.order();
        Wallet wallet = fill.isChargedInBase() ? base(order) : quote(order);
        wallet.add(fill.fee().negate());
        publish(fill, wallet, out -> WalletChangeRow.charged(out, wallet, fill));
    }

    private static void publish(Fill fill, Wallet wallet, AccountFeed.Row row) {
        fill.order().account().feed().publish("wu", wallet.subject(), row);
    }

    /** The wallet of which the order holds back. */
    static Wallet paying(VenueOrder order) {
        return order.origin().purse().paying(order.side());
    }

    private static Wallet base(VenueOrder order) {
        return order.origin().purse().base();
    }

    private static Wallet quote(VenueOrder order) {
        return order.origin().purse().quote();
    }
}
