package io.hayate.venue.rest;

import io.hayate.venue.market.Market;
import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The part of version 1 that clients ask for at their start.
 *
 * <pre>
 * symbols           ["btcusd",..]
 * symbols_details   [{"pair":"btcusd","price_precision":5,"initial_margin":"30.0",..},..]
 * </pre>
 */
final class LegacyRoutes {
    private static final int PRICE_DIGITS = 5;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal AMOUNT_MAX = BigDecimal.valueOf(2_000);

    private final Pairs pairs;

    LegacyRoutes(Pairs pairs) {
        this.pairs = pairs;
    }

    /** The answer, or null when the path leads nowhere. */
    RestResponse answer(RestRequest request, List<String> path) {
        boolean get = request.method().equals("GET") || request.method().equals("HEAD");
        return switch (get ? String.join("/", path) : "") {
            case "symbols" -> symbols();
            case "symbols_details" -> details();
            default -> null;
        };
    }

    private List<Market> all() {
        return Stream.concat(pairs.exchange().stream(), pairs.derivatives().stream()).toList();
    }

    private static String name(Market market) {
        return market.instrument().displayName().toLowerCase(Locale.ROOT);
    }

    private RestResponse symbols() {
        JsonText body = new JsonText().openArray();
        all().forEach(market -> body.text(name(market)));
        return RestResponse.ok(body.closeArray());
    }

    private RestResponse details() {
        JsonText body = new JsonText().openArray();
        for (Market market : all()) {
            boolean margin = market.isMarginable();
            body.openObject().key("pair").text(name(market));
            body.key("price_precision").whole(PRICE_DIGITS);
            body.key("initial_margin").text(percent(Pairs.INITIAL_MARGIN));
            body.key("minimum_margin").text(percent(Pairs.MINIMUM_MARGIN));
            BigDecimal most = AMOUNT_MAX.max(market.minimumAmount());
            body.key("maximum_order_size").text(Amounts.withPoint(most));
            body.key("minimum_order_size").text(Amounts.withPoint(market.minimumAmount()));
            body.key("expiration").text("NA").key("margin").value(margin).closeObject();
        }
        return RestResponse.ok(body.closeArray());
    }

    private static String percent(BigDecimal part) {
        return Amounts.withPoint(part.multiply(PERCENT));
    }
}
