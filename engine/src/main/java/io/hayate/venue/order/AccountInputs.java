package io.hayate.venue.order;

import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.market.Markets;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/**
 * Takes the inputs of authenticated connections: {@code [0, TYPE, null, PAYLOAD]}. What is unknown
 * or malformed stays without answer.
 */
public final class AccountInputs {
    private static final List<String> OPERATIONS = List.of("on", "ou", "oc", "oc_multi");

    private final MatchingEngine engine;
    private final CancelRequests cancels;
    private final Markets markets;
    private final FaultPlan faults;
    private final VenueOrderNews news;
    private final EpochClock clock;
    private final Calculations calculations;
    private final UpdateRequests updates;
    private final OrderFunds funds;

    /** Carries out inputs by this engine. */
    public AccountInputs(
            MatchingEngine engine,
            CancelRequests cancels,
            Markets markets,
            FaultPlan faults,
            VenueOrderNews news,
            Timeline timeline) {
        this.engine = engine;
        this.cancels = cancels;
        this.markets = markets;
        this.faults = faults;
        this.news = news;
        clock = timeline;
        calculations = new Calculations(timeline, engine.positions(), markets);
        updates = new UpdateRequests(engine, new OrderFinder(engine.open()), timeline);
        funds = new OrderFunds(engine.positions());
    }

    /** Carries out one input of this member. */
    public void onInput(Membership member, String type, Object payload) {
        Fields fields = Fields.of(payload);
        if (fields != null) {
            onObject(member, type, fields);
        } else if (payload instanceof List<?> list) {
            onList(member, type, list);
        }
    }

    private void onObject(Membership member, String type, Fields fields) {
        switch (type) {
            case "on" -> onNewOrder(member, fields);
            case "ou" -> updates.update(member, fields);
            case "oc" -> cancels.cancel(member, fields);
            case "oc_multi" -> cancels.cancelMany(member, fields);
            default -> {}
        }
    }

    private void onList(Membership member, String type, List<?> list) {
        if (type.equals("calc")) {
            calculations.calculate(member, list);
        } else if (type.equals("ox_multi")) {
            list.forEach(operation -> operate(member, operation));
        }
    }

    private void operate(Membership member, Object operation) {
        if (!(operation instanceof List<?> pair) || pair.size() != 2) {
            return;
        }
        Fields fields = Fields.of(pair.get(1));
        if (fields != null && pair.get(0) instanceof String type && OPERATIONS.contains(type)) {
            onObject(member, type, fields);
        }
    }

    private void onNewOrder(Membership member, Fields fields) {
        news.received();
        if (!faults.takeSwallowedOrder()) {
            submit(member, fields);
            return;
        }
        member.client().mute();
        if (faults.swallowedAreFilled()) {
            submit(member, fields);
        }
        member.client().drop();
    }

    private void submit(Membership member, Fields fields) {
        OrderRequest request = new OrderRequest(fields, markets, clock.time());
        String refusal = refusal(member, request);
        JsonText row = new JsonText();
        if (refusal != null) {
            news.refused(member.client().number(), refusal);
            OrderRow.writeRefused(row, fields);
            member.sendNotification(Notification.error(clock.time(), "on-req", row, refusal));
            return;
        }
        VenueOrder order = engine.accept(request, member);
        OrderRow.write(row, order);
        String text = request.submittingText();
        member.sendNotification(Notification.success(clock.time(), "on-req", row, text));
        engine.submit(order);
    }

    private String refusal(Membership member, OrderRequest request) {
        if (request.refusal() != null) {
            return request.refusal();
        }
        int orders = request.terms().flags().isOneCancelsOther() ? 2 : 1;
        if (engine.open().isFull(member.account(), orders)) {
            int most = engine.open().eachMax();
            return "Invalid order: too many open orders; the maximum is " + most;
        }
        if (!engine.open().hasRoom(request.market(), request.units() * orders)) {
            return "Invalid order: the open amounts of this pair are too large";
        }
        return funds.refusal(member.account(), request);
    }
}
