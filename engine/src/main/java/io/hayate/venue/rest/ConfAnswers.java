package io.hayate.venue.rest;

import io.hayate.venue.market.Market;
import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tables of what is listed: one value for each key that is asked for.
 *
 * <pre>conf/pub:list:pair:exchange,pub:map:currency:sym   [["BTCUSD",..],[["UST","USDt"],..]]</pre>
 */
final class ConfAnswers {
    private static final int KEYS_MAX = 64;
    private static final BigDecimal AMOUNT_MAX = BigDecimal.valueOf(2_000);
    private static final String DERIVATIVE_END = "F0";

    private final Pairs pairs;

    ConfAnswers(Pairs pairs) {
        this.pairs = pairs;
    }

    /** One value for each of these keys; of a table that this venue has nothing for, an empty one. */
    RestResponse answer(String keys) {
        String[] asked = keys.split(",", KEYS_MAX + 1);
        if (asked.length > KEYS_MAX) {
            return RestResponse.invalid("conf");
        }
        JsonText values = new JsonText().openArray();
        for (String key : asked) {
            if (!key.matches("pub:(list|map|info|fees|spec)(:[a-z0-9:]+)?")) {
                return RestResponse.invalid("conf");
            }
            write(values, key);
        }
        return RestResponse.ok(values.closeArray());
    }

    private void write(JsonText values, String key) {
        values.openArray();
        switch (key) {
            case "pub:list:currency" -> pairs.currencies().forEach(values::text);
            case "pub:list:currency:margin" ->
                    Pairs.currencies(pairs.margin()).forEach(values::text);
            case "pub:list:currency:futures" ->
                    Pairs.currencies(pairs.derivatives()).forEach(values::text);
            case "pub:list:pair:exchange" -> names(values, pairs.exchange());
            case "pub:list:pair:margin" -> names(values, pairs.margin());
            case "pub:list:pair:futures" -> names(values, pairs.derivatives());
            case "pub:map:currency:sym" -> entries(values, ConfAnswers::shownAs);
            case "pub:map:currency:label" -> entries(values, ConfAnswers::label);
            case "pub:map:currency:undl" -> underlying(values);
            case "pub:map:currency:tx:fee" -> fees(values);
            case "pub:info:pair" -> details(values, pairs.exchange());
            case "pub:info:pair:futures" -> details(values, pairs.derivatives());
            default -> {} // no wallets of other chains, no explorers, no securities
        }
        values.closeArray();
    }

    private static void names(JsonText values, List<Market> markets) {
        markets.forEach(market -> values.text(market.instrument().displayName()));
    }

    /** {@code [["UST","USDt"],..]}: those that have such a word. */
    private void entries(JsonText values, UnaryOperator<String> word) {
        for (String currency : pairs.currencies()) {
            if (word.apply(currency) != null) {
                entry(values, currency, word.apply(currency));
            }
        }
    }

    /** The name under which the exchange shows a code, or null. */
    private static String shownAs(String currency) {
        return switch (currency) {
            case "UST" -> "USDt";
            case "USTF0" -> "USDt0";
            case "UDC" -> "USDC";
            case "DSH" -> "DASH";
            case "IOT" -> "IOTA";
            default -> null;
        };
    }

    private static String label(String currency) {
        return switch (currency) {
            case "BTC" -> "Bitcoin";
            case "ETH" -> "Ethereum";
            case "LTC" -> "Litecoin";
            case "SOL" -> "Solana";
            case "DOGE" -> "Dogecoin";
            case "USD" -> "US Dollar";
            case "EUR" -> "Euro";
            case "GBP" -> "Pound Sterling";
            case "JPY" -> "Japanese Yen";
            case "UST" -> "Tether USDt";
            default -> null;
        };
    }

    private static void entry(JsonText values, String name, String word) {
        values.openArray().text(name).text(word).closeArray();
    }

    /** {@code [["BTCF0","BTC"],..]}: what a derivative's currency stands for. */
    private void underlying(JsonText values) {
        for (String currency : pairs.currencies()) {
            if (currency.endsWith(DERIVATIVE_END)) {
                entry(values, currency, currency.substring(0, currency.length() - 2));
            }
        }
    }

    /** {@code [["BTC",[0,0]],..]}: nothing can be withdrawn, at no fee. */
    private void fees(JsonText values) {
        for (String currency : pairs.currencies()) {
            values.openArray().text(currency).openArray().whole(0).whole(0);
            values.closeArray().closeArray();
        }
    }

    /** {@code ["BTCUSD",[null,null,null,"0.00004","2000.0",null,null,null,0.3,0.15,null,null]]}. */
    private static void details(JsonText values, List<Market> markets) {
        for (Market market : markets) {
            values.openArray().text(market.instrument().displayName()).openArray().nulls(3);
            values.text(Amounts.withPoint(market.minimumAmount()));
            values.text(Amounts.withPoint(AMOUNT_MAX.max(market.minimumAmount()))).nulls(3);
            boolean margin = market.isMarginable();
            values.number(margin ? Pairs.INITIAL_MARGIN : null);
            values.number(margin ? Pairs.MINIMUM_MARGIN : null).nulls(2);
            values.closeArray().closeArray();
        }
    }
}
