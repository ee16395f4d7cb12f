package io.hayate.venue.matching;

import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.market.Market;
import io.hayate.venue.order.OrderRow;
import io.hayate.venue.order.OrderUpdate;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import org.agrona.concurrent.EpochClock;

/**
 * Changes orders: {@code {"id":1,"price":"240","amount":"-3"}}. The order is found by its id, or by the
 * client's and its day.
 */
final class UpdateRequests {
    private static final String TYPE = "ou-req";

    private final MatchingEngine engine;
    private final OrderFinder finder;
    private final OrderFunds funds;
    private final EpochClock clock;

    UpdateRequests(MatchingEngine engine, OrderFinder finder, EpochClock clock) {
        this.engine = engine;
        this.finder = finder;
        funds = new OrderFunds(engine.positions());
        this.clock = clock;
    }

    /** Carries out one request of this member. */
    void update(Membership member, Fields fields) {
        VenueOrder order = finder.find(member.account(), fields);
        JsonText row = new JsonText();
        if (order == null) {
            OrderRow.writeUnknown(row, fields);
            refuse(member, row, "Order not found.");
            return;
        }
        OrderUpdate update = new OrderUpdate(fields, order, clock.time());
        String refusal = refusal(update);
        if (refusal != null) {
            OrderRow.write(row, order);
            refuse(member, row, refusal);
            return;
        }
        OrderRow.writeUpdated(row, update, clock.time());
        member.sendNotification(
                Notification.success(clock.time(), TYPE, row, update.submittingText()));
        engine.update(update);
    }

    private String refusal(OrderUpdate update) {
        if (update.refusal() != null) {
            return update.refusal();
        }
        return update.order().market().isStale() ? Market.HALTED : funds.refusal(update);
    }

    private void refuse(Membership member, JsonText row, String text) {
        member.sendNotification(Notification.error(clock.time(), TYPE, row, text));
    }
}
