package io.hayate.venue.rest;

import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.matching.OrderRecords;
import io.hayate.venue.order.RecordQuery;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders, executions and positions.
 *
 * <pre>
 * orders, orders/S             open orders          trades/hist, trades/S/hist    executions
 * orders/hist, orders/S/hist   ended orders         order/S:ID/trades             of one order
 * positions                    open positions       positions/hist, snap, audit   an empty list
 * </pre>
 */
final class RecordAnswers {
    private static final int USUAL = 25;
    private static final int TRADES = 125;
    private static final int MOST = 2_500;
    private static final int IDS_MAX = 2_500;

    private final OrderRecords records;

    RecordAnswers(OrderRecords records) {
        this.records = records;
    }

    /** The answer, or null when the path leads nowhere. */
    RestResponse answer(VenueAccount account, List<String> words, Fields fields) {
        int last = words.size() - 1;
        boolean hist = words.get(last).equals("hist");
        String symbol = words.size() == (hist ? 3 : 2) ? words.get(1) : null;
        if (words.size() > 3) {
            return null;
        }
        return switch (words.get(0)) {
            case "orders" -> orders(account, symbol, hist, fields);
            case "trades" -> hist ? trades(account, symbol, fields) : null;
            case "order" ->
                    last == 2 && words.get(2).equals("trades")
                            ? tradesOf(account, words.get(1))
                            : null;
            case "positions" ->
                    last == 0
                            ? RestResponse.ok(records.positions(account))
                            : RestResponse.ok(new JsonText().openArray().closeArray());
            default -> null;
        };
    }

    private RestResponse orders(VenueAccount account, String symbol, boolean hist, Fields fields) {
        List<Long> ids = ids(fields);
        if (ids == null) {
            return RestResponse.invalid("id");
        }
        if (!hist) {
            RecordQuery query =
                    new RecordQuery(symbol, ids, 0, Long.MAX_VALUE, Integer.MAX_VALUE, false);
            return RestResponse.ok(records.open(account, query));
        }
        RestPage page = RestPage.of(fields, USUAL, MOST);
        return page == null
                ? RestResponse.invalid(RestPage.wrong(fields, MOST))
                : RestResponse.ok(records.ended(account, query(symbol, ids, page)));
    }

    private RestResponse trades(VenueAccount account, String symbol, Fields fields) {
        RestPage page = RestPage.of(fields, TRADES, MOST);
        return page == null
                ? RestResponse.invalid(RestPage.wrong(fields, MOST))
                : RestResponse.ok(records.trades(account, query(symbol, List.of(), page)));
    }

    /** {@code tBTCUSD:123}: a symbol may have a colon of its own. */
    private RestResponse tradesOf(VenueAccount account, String word) {
        int colon = word.lastIndexOf(':');
        long id = Fields.whole((Object) word.substring(colon + 1));
        if (colon < 1 || id < 0) {
            return RestResponse.invalid("id");
        }
        RestPage all = new RestPage(MOST, 0, Long.MAX_VALUE, false);
        String symbol = word.substring(0, colon);
        return RestResponse.ok(records.trades(account, query(symbol, List.of(id), all)));
    }

    private static RecordQuery query(String symbol, List<Long> ids, RestPage page) {
        return new RecordQuery(
                symbol, ids, page.startMs(), page.endMs(), page.limit(), page.oldestFirst());
    }

    /** The ids that are asked for, none for all; null when they are no ids. */
    private static List<Long> ids(Fields fields) {
        if (!fields.has("id")) {
            return List.of();
        } else if (!(fields.get("id") instanceof List<?> list) || list.size() > IDS_MAX) {
            return null;
        } else {
            List<Long> ids = new ArrayList<>();
            for (Object id : list) {
                ids.add(Fields.whole(id));
            }
            return ids.contains(-1L) ? null : ids;
        }
    }
}
