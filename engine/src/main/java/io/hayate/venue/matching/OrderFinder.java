package io.hayate.venue.matching;

import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.ledger.OpenOrders;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Fields;

/** Finds the open order of an account that a request means; the order's id wins over the client's. */
final class OrderFinder {
    private final OpenOrders open;

    OrderFinder(OpenOrders open) {
        this.open = open;
    }

    /** {@code {"id":1}} or {@code {"cid":1,"cid_date":"2026-10-12"}}; null for none. */
    VenueOrder find(VenueAccount account, Fields fields) {
        return fields.has("id")
                ? byId(account, fields.get("id"))
                : byClientId(account, fields.get("cid"), fields.get("cid_date"));
    }

    private VenueOrder byId(VenueAccount account, Object id) {
        VenueOrder order = open.find(Fields.whole(id));
        return order != null && order.account() == account ? order : null;
    }

    private VenueOrder byClientId(VenueAccount account, Object clientOrderId, Object day) {
        long wanted = Fields.whole(clientOrderId);
        for (VenueOrder order : open.of(account)) {
            boolean sameDay = order.createdDay().toString().equals(day);
            if (sameDay && order.origin().clientOrderId() == wanted) {
                return order;
            }
        }
        return null;
    }
}
