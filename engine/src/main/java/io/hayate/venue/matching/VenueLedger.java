package io.hayate.venue.matching;

import io.hayate.venue.order.Fill;
import io.hayate.venue.order.VenueOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where all money went that accounts began with: fees, and what was traded away to others, who may be
 * other accounts. Kept from fills alone, so that it can be held against wallets and positions.
 */
final class VenueLedger {
    private final Map<String, BigDecimal> fees = new LinkedHashMap<>();
    private final Map<String, BigDecimal> tradedAway = new LinkedHashMap<>();
    private final Map<String, Long> positionUnits = new LinkedHashMap<>(); // by account and symbol

    void add(Fill fill) {
        VenueOrder order = fill.order();
        BigDecimal sign = BigDecimal.valueOf(order.side().sign());
        fees.merge(fill.feeCurrency(), fill.fee(), BigDecimal::add);
        tradedAway.merge(fill.base(), fill.signedAmount().negate(), BigDecimal::add);
        tradedAway.merge(fill.quote(), fill.cost().multiply(sign), BigDecimal::add);
        if (!order.type().exchange()) {
            String position = order.account().name() + " " + order.symbol();
            positionUnits.merge(position, fill.units() * order.side().sign(), Long::sum);
        }
    }

    /** All fees in this currency. */
    BigDecimal fees(String currency) {
        return fees.getOrDefault(currency, BigDecimal.ZERO);
    }

    /** What has gone to those who met clients' orders; of two accounts that meet nothing is left. */
    BigDecimal tradedAway(String currency) {
        return tradedAway.getOrDefault(currency, BigDecimal.ZERO);
    }

    /** The sum of an account's fills on margin. */
    long positionUnits(String account, String symbol) {
        return positionUnits.getOrDefault(account + " " + symbol, 0L);
    }
}
