package io.hayate.venue.matching;

import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.ledger.MarginPosition;
import io.hayate.venue.order.Fill;
import io.hayate.venue.order.OrderRow;
import io.hayate.venue.order.RecordQuery;
import io.hayate.venue.order.TradeRow;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What accounts have open and what has become of the rest, as rows: what events have told, for those who
 * missed them. Of each account the latest 2,500 ended orders and 5,000 executions are kept. Venue thread.
 */
public final class OrderRecords {
    private final MatchingEngine engine;

    /** The records of this engine. */
    public OrderRecords(MatchingEngine engine) {
        this.engine = engine;
    }

    /** A list of the rows of open orders, newest first. */
    public JsonText open(VenueAccount account, RecordQuery query) {
        List<VenueOrder> orders = new ArrayList<>(engine.open().of(account));
        Collections.reverse(orders);
        return orders(orders, query);
    }

    /** A list of the rows of ended orders. */
    public JsonText ended(VenueAccount account, RecordQuery query) {
        return orders(engine.history().ended(account), query);
    }

    private static JsonText orders(Iterable<VenueOrder> newestFirst, RecordQuery query) {
        List<VenueOrder> found = new ArrayList<>();
        for (VenueOrder order : newestFirst) {
            if (query.admits(order, order.updatedMs())) {
                found.add(order);
            }
        }
        JsonText rows = new JsonText().openArray();
        limited(found, query).forEach(order -> OrderRow.write(rows, order));
        return rows.closeArray();
    }

    /** A list of the rows of executions, with their fees. */
    public JsonText trades(VenueAccount account, RecordQuery query) {
        List<Fill> found = new ArrayList<>();
        for (Fill fill : engine.history().fills(account)) {
            if (query.admits(fill.order(), fill.timeMs())) {
                found.add(fill);
            }
        }
        JsonText rows = new JsonText().openArray();
        limited(found, query).forEach(fill -> TradeRow.charged(rows, fill));
        return rows.closeArray();
    }

    private static <T> List<T> limited(List<T> newestFirst, RecordQuery query) {
        if (query.oldestFirst()) {
            Collections.reverse(newestFirst);
        }
        return newestFirst.subList(0, Math.min(newestFirst.size(), Math.max(0, query.limit())));
    }

    /** A list of the rows of open positions, with their profit as the markets stand. */
    public JsonText positions(VenueAccount account) {
        JsonText rows = new JsonText().openArray();
        for (MarginPosition position : engine.positions().of(account)) {
            PositionRow.writeComputed(rows, position, position.market().lastPrice());
        }
        return rows.closeArray();
    }
}
