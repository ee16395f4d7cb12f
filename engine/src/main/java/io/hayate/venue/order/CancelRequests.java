package io.hayate.venue.order;

import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.List;
import java.util.function.Predicate;
import org.agrona.concurrent.EpochClock;

/** Cancels one order by id, or by the client's id and its day, or several at once. */
public final class CancelRequests {
    private final MatchingEngine engine;
    private final EpochClock clock;

    /** Cancels orders of this engine. */
    public CancelRequests(MatchingEngine engine, EpochClock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** {@code {"id":1}} or {@code {"cid":1,"cid_date":"2026-10-12"}}; the id wins. */
    void cancel(Membership member, Fields fields) {
        VenueOrder order =
                fields.has("id")
                        ? byId(member, fields.get("id"))
                        : byClientId(member, fields.get("cid"), fields.get("cid_date"));
        JsonText row = new JsonText();
        if (order == null) {
            OrderRow.writeUnknown(row, fields);
            member.sendNotification(
                    Notification.error(clock.time(), "oc-req", row, "Order not found."));
            return;
        }
        OrderRow.write(row, order);
        String text = "Submitted for cancellation; waiting for confirmation (ID: " + order.id();
        member.sendNotification(Notification.success(clock.time(), "oc-req", row, text + ")."));
        engine.cancel(order);
    }

    private VenueOrder byId(Membership member, Object id) {
        VenueOrder order = engine.resting().find(Fields.whole(id));
        return order != null && order.account() == member.account() ? order : null;
    }

    private VenueOrder byClientId(Membership member, Object clientOrderId, Object day) {
        long wanted = Fields.whole(clientOrderId);
        for (VenueOrder order : engine.resting().of(member.account())) {
            boolean sameDay = order.createdDay().toString().equals(day);
            if (sameDay && order.clientOrderId() == wanted) {
                return order;
            }
        }
        return null;
    }

    /** {@code {"id":[1]}}, {@code {"cid":[[1,"2026-10-12"]]}}, {@code {"gid":[1]}}, {@code {"all":1}}. */
    void cancelMany(Membership member, Fields fields) {
        List<VenueOrder> resting = engine.resting().of(member.account());
        Predicate<VenueOrder> meant = OrderSelection.of(fields, resting);
        List<VenueOrder> orders = resting.stream().filter(meant).toList();
        JsonText rows = new JsonText().openArray();
        orders.forEach(order -> OrderRow.write(rows, order));
        String text = "Submitting " + orders.size() + " order cancellations.";
        member.sendNotification(
                Notification.success(clock.time(), "oc_multi-req", rows.closeArray(), text));
        orders.forEach(engine::cancel);
    }

    /** Cancels what this connection has sent. */
    public void cancelAllOf(Membership member) {
        for (VenueOrder order : engine.resting().of(member.account())) {
            if (order.connection() == member.client().number()) {
                engine.cancel(order);
            }
        }
    }

    /** Cancels what rests in this account. */
    public void cancelAllOf(VenueAccount account) {
        for (VenueOrder order : engine.resting().of(account)) {
            if (engine.resting().find(order.id()) == order) { // one may take another with it
                engine.cancel(order);
            }
        }
    }
}
