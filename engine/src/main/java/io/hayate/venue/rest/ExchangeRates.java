package io.hayate.venue.rest;

import io.hayate.model.Side;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.BookSide;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.market.ReferencePrices;
import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one currency is in another, and what an order would cost on average.
 *
 * <pre>
 * calc/fx {"ccy1":"BTC","ccy2":"USD"}                     [86710]
 * calc/trade/avg {"symbol":"tBTCUSD","amount":"2"}        [86712.5,2]
 * </pre>
 */
final class ExchangeRates {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final String DOLLAR = "USD";

    private final Markets markets;

    ExchangeRates(Markets markets) {
        this.markets = markets;
    }

    RestResponse rate(RestRequest request) {
        Fields fields = fields(request);
        BigDecimal first = fields == null ? null : dollars(fields.text("ccy1"));
        BigDecimal second = fields == null ? null : dollars(fields.text("ccy2"));
        if (first == null) {
            return RestResponse.invalid("ccy1");
        } else if (second == null) {
            return RestResponse.invalid("ccy2");
        }
        BigDecimal direct = last(fields.text("ccy1"), fields.text("ccy2"));
        BigDecimal rate = direct == null ? first.divide(second, DIGITS) : direct;
        return RestResponse.ok(new JsonText().openArray().number(rate).closeArray());
    }

    /** The parameters, which come in the query or in the body. */
    private static Fields fields(RestRequest request) {
        Fields body = request.fields();
        if (body == null) {
            return null;
        }
        Map<String, Object> all = new LinkedHashMap<>(request.query());
        for (String name : new String[] {"ccy1", "ccy2", "symbol", "amount"}) {
            if (body.has(name)) {
                all.put(name, body.get(name));
            }
        }
        return Fields.of(all);
    }

    /** What one of this currency is worth; null for one that is not traded here. */
    private BigDecimal dollars(String currency) {
        if (currency == null || (!currency.equals(DOLLAR) && !isTraded(currency))) {
            return null;
        }
        BigDecimal traded = last(currency, DOLLAR);
        if (traded != null) {
            return traded;
        }
        return currency.equals(DOLLAR)
                ? BigDecimal.ONE
                : new BigDecimal(ReferencePrices.usd(currency), DIGITS);
    }

    private boolean isTraded(String currency) {
        return markets.traded().stream()
                .map(Market::instrument)
                .anyMatch(pair -> pair.base().equals(currency) || pair.quote().equals(currency));
    }

    /** The price of the latest trade of this pair, or of the pair the other way round; or null. */
    private BigDecimal last(String base, String quote) {
        if (base.equals(quote)) {
            return BigDecimal.ONE;
        }
        for (Market market : markets.traded()) {
            if (isPair(market, base, quote)) {
                return market.lastPrice();
            } else if (isPair(market, quote, base)) {
                return BigDecimal.ONE.divide(market.lastPrice(), DIGITS);
            }
        }
        return null;
    }

    private static boolean isPair(Market market, String base, String quote) {
        return market.instrument().base().equals(base) && market.instrument().quote().equals(quote);
    }

    /** The mean price at which an order of this amount would be filled now, and how much of it. */
    RestResponse average(RestRequest request) {
        Fields fields = fields(request);
        Market market = fields == null ? null : markets.market(fields.text("symbol"));
        BigDecimal amount = fields == null ? null : fields.decimal("amount");
        if (market == null) {
            return RestResponse.invalid("symbol");
        } else if (amount == null || amount.signum() == 0) {
            return RestResponse.invalid("amount");
        }
        BookSide side = market.book().side(amount.signum() > 0 ? Side.SELL : Side.BUY);
        BigDecimal wanted = amount.abs();
        BigDecimal filled = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        for (int i = 0; i < side.count() && filled.compareTo(wanted) < 0; i++) {
            BookOrder order = side.at(i);
            BigDecimal part = Amounts.ofUnits(order.units()).min(wanted.subtract(filled));
            filled = filled.add(part);
            paid = paid.add(part.multiply(market.priceOfUnits(order.price())));
        }
        JsonText body = new JsonText().openArray();
        body.number(filled.signum() == 0 ? null : paid.divide(filled, DIGITS));
        return RestResponse.ok(
                body.number(amount.signum() > 0 ? filled : filled.negate()).closeArray());
    }
}
