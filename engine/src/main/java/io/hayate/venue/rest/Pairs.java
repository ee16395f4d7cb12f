package io.hayate.venue.rest;

import io.hayate.model.Instrument;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.market.TickerSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is listed here, in the order of the configuration. */
final class Pairs {
    /** What the exchange asks for to open a position, and to keep it. */
    static final BigDecimal INITIAL_MARGIN = new BigDecimal("0.3");

    static final BigDecimal MINIMUM_MARGIN = new BigDecimal("0.15");

    private final Markets markets;

    Pairs(Markets markets) {
        this.markets = markets;
    }

    /** Pairs of the exchange wallet. */
    List<Market> exchange() {
        return markets.traded().stream().filter(market -> !market.isDerivative()).toList();
    }

    /** Pairs that can be traded on margin. */
    List<Market> margin() {
        return exchange().stream().filter(Market::isMarginable).toList();
    }

    List<Market> derivatives() {
        return markets.traded().stream().filter(Market::isDerivative).toList();
    }

    /** All currencies of these pairs. */
    static List<String> currencies(List<Market> pairs) {
        Set<String> currencies = new LinkedHashSet<>();
        for (Market pair : pairs) {
            currencies.add(pair.instrument().base());
            currencies.add(pair.instrument().quote());
        }
        return List.copyOf(currencies);
    }

    /** All currencies that are traded or lent. */
    List<String> currencies() {
        Set<String> currencies = new LinkedHashSet<>(currencies(markets.traded()));
        for (TickerSource source : markets.all()) {
            Instrument instrument = source.instrument();
            if (instrument.isFunding()) {
                currencies.add(instrument.base());
            }
        }
        return new ArrayList<>(currencies);
    }
}
