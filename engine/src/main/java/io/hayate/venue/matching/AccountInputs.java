package io.hayate.venue.matching;

import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.OrderFaults;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.order.OrderRequest;
import io.hayate.venue.order.OrderRow;
import io.hayate.venue.order.VenueOrder;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
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
    private final OrderFinder finder;
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
        finder = new OrderFinder(engine.open());
        updates = new UpdateRequests(engine, finder, timeline);
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
            case "oc" -> cancel(member, fields);
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

    /** Somebody may take of an order before its cancellation is looked at. */
    private void cancel(Membership member, Fields fields) {
        VenueOrder order = finder.find(member.account(), fields);
        if (order != null) {
            BigDecimal part =
                    faults.orders()
                            .filledBeforeCancel(
                                    member.client().number(),
                                    member.client().account(),
                                    order.symbol());
            if (part != null) {
                engine.takePart(order, part);
            }
        }
        cancels.cancel(member, fields);
    }

    private void onNewOrder(Membership member, Fields fields) {
        news.received();
        ActiveFault fault =
                faults.orders()
                        .onOrder(
                                member.client().number(),
                                member.client().account(),
                                fields.text("symbol"));
        if (!OrderFaults.isSwallowed(fault)) {
            submit(member, fields, fault);
            return;
        }
        member.client().mute();
        if (OrderFaults.isFilled(fault)) {
            submit(member, fields, null);
        }
        member.client().drop();
    }

    private void submit(Membership member, Fields fields, ActiveFault fault) {
        OrderRequest request = new OrderRequest(fields, markets, clock.time());
        String wrong = OrderFaults.refusal(fault);
        String refusal = wrong == null ? refusal(member, request) : wrong;
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
        String ending = OrderFaults.ending(fault);
        if (ending == null) {
            engine.submit(order);
        } else {
            engine.endAtOnce(order, ending);
        }
    }

    private String refusal(Membership member, OrderRequest request) {
        if (request.refusal() != null) {
            return request.refusal();
        }
        if (request.market().isStale()) {
            return Market.HALTED;
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
