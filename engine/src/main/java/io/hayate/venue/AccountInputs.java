package io.hayate.venue;

import java.util.List;
import java.util.Set;
import org.agrona.concurrent.EpochClock;

/**
 * Takes the inputs of authenticated connections: {@code [0, TYPE, null, PAYLOAD]}. What is unknown
 * or malformed stays without answer.
 */
final class AccountInputs {
    private static final Set<String> OPERATIONS = Set.of("on", "ou", "oc", "oc_multi");
    private static final String WALLET_PREFIX = "wallet_exchange_";
    private static final int CALCULATIONS_MAX = 30;

    private final Markets markets;
    private final MatchingEngine engine;
    private final CancelRequests cancels;
    private final FaultPlan faults;
    private final VenueTraffic traffic;
    private final ClientNews news;
    private final MarketClock marketClock;
    private final EpochClock clock;
    private final int ordersMax;

    AccountInputs(Exchange exchange) {
        markets = exchange.markets();
        engine = exchange.engine();
        clock = exchange.epochClock();
        cancels = new CancelRequests(engine, clock);
        faults = exchange.faults();
        traffic = exchange.traffic();
        news = exchange.news();
        marketClock = exchange.clock();
        ordersMax = exchange.limits().orders();
    }

    void onInput(VenueSession session, String type, Object payload) {
        Fields fields = Fields.of(payload);
        if (fields != null) {
            onObject(session, type, fields);
        } else if (payload instanceof List<?> list) {
            onList(session, type, list);
        }
    }

    private void onObject(VenueSession session, String type, Fields fields) {
        switch (type) {
            case "on" -> onNewOrder(session, fields);
            case "ou" -> refuseUpdate(session.membership(), fields);
            case "oc" -> cancels.cancel(session.membership(), fields);
            case "oc_multi" -> cancels.cancelMany(session.membership(), fields);
            default -> {}
        }
    }

    private void onList(VenueSession session, String type, List<?> list) {
        if (type.equals("calc")) {
            list.stream().limit(CALCULATIONS_MAX).forEach(item -> calculate(session, item));
        } else if (type.equals("ox_multi")) {
            list.forEach(operation -> operate(session, operation));
        }
    }

    private void operate(VenueSession session, Object operation) {
        if (!(operation instanceof List<?> pair) || pair.size() != 2) {
            return;
        }
        Fields fields = Fields.of(pair.get(1));
        if (fields != null && pair.get(0) instanceof String type && OPERATIONS.contains(type)) {
            onObject(session, type, fields);
        }
    }

    private void onNewOrder(VenueSession session, Fields fields) {
        traffic.orderReceived();
        if (!faults.takeSwallowedOrder()) {
            submit(session.membership(), fields);
            return;
        }
        session.writer().mute();
        if (faults.swallowedAreFilled()) {
            submit(session.membership(), fields);
        }
        session.drop();
    }

    private void submit(Membership member, Fields fields) {
        OrderRequest request = new OrderRequest(fields, markets);
        String refusal = refusal(member, request);
        JsonText row = new JsonText();
        if (refusal != null) {
            traffic.orderRefused();
            news.refused(member.session(), refusal);
            OrderRow.writeRefused(row, request, fields);
            member.sendNotification(Notification.error(clock.time(), "on-req", row, refusal));
            return;
        }
        VenueOrder order = engine.accept(request, member);
        OrderRow.write(row, order);
        String text = request.submittingText();
        member.sendNotification(Notification.success(clock.time(), "on-req", row, text));
        engine.submit(order);
        marketClock.onDemand();
    }

    private String refusal(Membership member, OrderRequest request) {
        if (request.refusal() != null) {
            return request.refusal();
        }
        if (engine.resting().count(member.account()) >= ordersMax) {
            return "Invalid order: too many open orders; the maximum is " + ordersMax;
        }
        if (!engine.resting().hasRoom(request)) {
            return "Invalid order: the open amounts of this pair are too large";
        }
        if (engine.canPay(member.account(), request)) {
            return null;
        }
        Market market = request.market();
        return request.unaffordableText(
                request.isMarket() ? market.bestPrice(request.side()) : request.price());
    }

    private void refuseUpdate(Membership member, Fields fields) {
        JsonText row = new JsonText();
        OrderRow.writeUnknown(row, fields);
        String text = "Orders cannot be updated on this venue.";
        member.sendNotification(Notification.error(clock.time(), "ou-req", row, text));
    }

    private static void calculate(VenueSession session, Object item) {
        if (!(item instanceof List<?> list) || list.isEmpty()) {
            return;
        }
        String name = String.valueOf(list.get(0));
        Membership member = session.membership();
        if (name.equals("balance")) {
            AccountSnapshots.balance(member);
        } else if (name.startsWith(WALLET_PREFIX)) {
            Wallet wallet = member.account().wallet(name.substring(WALLET_PREFIX.length()));
            if (wallet != null) {
                AccountSnapshots.wallet(member, wallet);
            }
        }
    }

    /** The connection leaves its account; with the dead man's switch its orders go with it. */
    void onSessionClosed(VenueSession session) {
        Membership member = session.membership();
        member.account().feed().leave(member);
        if (member.deadManSwitch()) {
            cancels.cancelAllOf(member);
        }
    }
}
