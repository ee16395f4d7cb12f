package io.hayate.venue.matching;

import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.order.OrderRow;
import io.hayate.venue.order.OrderSelection;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.List;
import java.util.function.Predicate;
import org.agrona.concurrent.EpochClock;

/** Cancels one order by id, or by the client's id and its day, or several at once. */
public final class CancelRequests {
    private final MatchingEngine engine;
    private final OrderFinder finder;
    private final EpochClock clock;

    /** Cancels orders of this engine. */
    public CancelRequests(MatchingEngine engine, EpochClock clock) {
        this.engine = engine;
        finder = new OrderFinder(engine.open());
        this.clock = clock;
    }

    /** {@code {"id":1}} or {@code {"cid":1,"cid_date":"2026-10-12"}}; the id wins. */
    void cancel(Membership member, Fields fields) {
        VenueOrder order = finder.find(member.account(), fields);
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

    /** {@code {"id":[1]}}, {@code {"cid":[[1,"2026-10-12"]]}}, {@code {"gid":[1]}}, {@code {"all":1}}. */
    void cancelMany(Membership member, Fields fields) {
        List<VenueOrder> resting = engine.open().of(member.account());
        Predicate<VenueOrder> meant = OrderSelection.of(fields, resting);
        List<VenueOrder> orders = resting.stream().filter(meant).toList();
        JsonText rows = new JsonText().openArray();
        orders.forEach(order -> OrderRow.write(rows, order));
        String text = "Submitting " + orders.size() + " order cancellations.";
        member.sendNotification(
                Notification.success(clock.time(), "oc_multi-req", rows.closeArray(), text));
        orders.forEach(this::cancel);
    }

    /** Cancels what this connection has sent. */
    public void cancelAllOf(Membership member) {
        for (VenueOrder order : engine.open().of(member.account())) {
            if (order.origin().connection() == member.client().number()) {
                cancel(order);
            }
        }
    }

    /** Cancels what rests in this account. */
    public void cancelAllOf(VenueAccount account) {
        for (VenueOrder order : engine.open().of(account)) {
            cancel(order);
        }
    }

    /** Cancels an order, unless it ended with another one a moment ago. */
    private void cancel(VenueOrder order) {
        if (order.isOpen()) {
            engine.cancel(order);
        }
    }
}
