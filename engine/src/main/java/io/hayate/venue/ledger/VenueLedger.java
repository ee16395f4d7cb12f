package io.hayate.venue.ledger;

import io.hayate.venue.market.Market;
import io.hayate.venue.order.Fill;
import io.hayate.venue.order.VenueOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Where all money went that accounts began with: fees, and what was traded away to others, who may be
 * other accounts. Kept from fills alone, so that it can be held against wallets and positions.
 */
public final class VenueLedger {
    private final Map<Market, MarketMoney> byMarket = new LinkedHashMap<>();
    private final Map<String, Long> positionUnits = new LinkedHashMap<>(); // by account and symbol

    /** Where the money of one market went. */
    private static final class MarketMoney {
        private BigDecimal baseFees = BigDecimal.ZERO;
        private BigDecimal quoteFees = BigDecimal.ZERO;
        private BigDecimal bought = BigDecimal.ZERO; // less what was sold
        private BigDecimal proceeds = BigDecimal.ZERO; // less what was paid

        private void add(Fill fill) {
            if (fill.isChargedInBase()) {
                baseFees = baseFees.add(fill.fee());
            } else {
                quoteFees = quoteFees.add(fill.fee());
            }
            bought = bought.add(fill.signedAmount());
            proceeds = proceeds.add(fill.signedProceeds());
        }
    }

    /** A part of an order was executed. */
    public void add(Fill fill) {
        VenueOrder order = fill.order();
        byMarket.computeIfAbsent(order.market(), market -> new MarketMoney()).add(fill);
        if (!order.type().exchange()) {
            String position = order.account().name() + " " + order.symbol();
            positionUnits.merge(position, fill.units() * order.side().sign(), Long::sum);
        }
    }

    /** All fees in this currency. */
    public BigDecimal fees(String currency) {
        return sum(currency, money -> money.baseFees, money -> money.quoteFees);
    }

    /** What has gone to those who met clients' orders; of two accounts that meet nothing is left. */
    public BigDecimal tradedAway(String currency) {
        return sum(currency, money -> money.bought, money -> money.proceeds).negate();
    }

    private BigDecimal sum(
            String currency,
            Function<MarketMoney, BigDecimal> ofBase,
            Function<MarketMoney, BigDecimal> ofQuote) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Market, MarketMoney> each : byMarket.entrySet()) {
            if (each.getKey().base().equals(currency)) {
                sum = sum.add(ofBase.apply(each.getValue()));
            }
            if (each.getKey().quote().equals(currency)) {
                sum = sum.add(ofQuote.apply(each.getValue()));
            }
        }
        return sum;
    }

    /** The sum of an account's fills on margin. */
    public long positionUnits(String account, String symbol) {
        return positionUnits.getOrDefault(account + " " + symbol, 0L);
    }
}
