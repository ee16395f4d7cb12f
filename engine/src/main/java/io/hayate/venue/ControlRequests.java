package io.hayate.venue;

import java.math.BigDecimal;

/** Answers the objects of one connection: {@code ping}, {@code conf}, {@code subscribe} and so on. */
final class ControlRequests {
    private final Exchange exchange;
    private final VenueSession session;

    ControlRequests(Exchange exchange, VenueSession session) {
        this.exchange = exchange;
        this.session = session;
    }

    void onEvent(Fields request) {
        String event = request.text("event");
        if (event != null && exchange.faults().isHeld(event)) {
            return;
        }
        switch (event == null ? "" : event) {
            case "ping" -> ping(request);
            case "conf" -> conf(request);
            case "subscribe" -> subscribe(request);
            case "unsubscribe" -> unsubscribe(request);
            case "auth" -> exchange.authenticator().authenticate(session, request);
            case "unauth" -> unauthenticate(request);
            default -> unknown(request);
        }
    }

    private void unknown(Fields request) {
        Object event = request.get("event");
        String message = "event: invalid (" + (event instanceof String ? event : "undefined") + ")";
        send(ErrorAnswer.of(request, message, ErrorAnswer.UNKNOWN_EVENT));
    }

    private void ping(Fields request) {
        JsonText pong = event("pong").key("ts").whole(System.currentTimeMillis());
        if (request.has("cid")) {
            pong.key("cid").value(request.get("cid"));
        }
        send(pong.closeObject());
    }

    private void conf(Fields request) {
        long flags = request.whole("flags");
        if (flags < 0) {
            JsonText answer = event("conf").key("status").text("FAILED");
            answer.key("code").whole(ErrorAnswer.CONF).key("msg").text("flags: invalid");
            send(answer.closeObject());
            return;
        }
        send(event("conf").key("status").text("OK").key("flags").whole(flags).closeObject());
        session.writer().flags(flags);
    }

    private void subscribe(Fields request) {
        String named = request.text(request.has("symbol") ? "symbol" : "pair");
        if (!"ticker".equals(request.text("channel"))) {
            refuse(request, named, "channel: unknown", ErrorAnswer.SUBSCRIPTION);
            return;
        }
        TickerFeed feed = named == null ? null : exchange.markets().feed(named);
        Subscription present = feed == null ? null : session.subscriptions().find(feed);
        if (feed == null) {
            refuse(request, named, "symbol: invalid", ErrorAnswer.SUBSCRIPTION);
        } else if (present != null) {
            send(ErrorAnswer.ofDuplicate(request, named, present.channelId()));
        } else if (session.channelCount() >= exchange.config().subscriptionsMax()) {
            refuse(request, named, "subscribe: limit", ErrorAnswer.LIMIT);
        } else {
            accept(request, session.subscriptions().add(session, feed));
        }
    }

    private void refuse(Fields request, String symbol, String message, int code) {
        send(ErrorAnswer.ofSubscribe(request, symbol, message, code));
    }

    private void accept(Fields request, Subscription subscription) {
        String symbol = subscription.symbol();
        JsonText answer = event("subscribed").key("channel").text("ticker");
        answer.key("chanId").whole(subscription.channelId()).key("symbol").text(symbol);
        if (request.has("subId")) {
            answer.key("subId").value(request.get("subId"));
        }
        String kind = symbol.startsWith("f") ? "currency" : "pair";
        send(answer.key(kind).text(symbol.substring(1)).closeObject());
        subscription.feed().add(subscription);
        exchange.clock().onDemand();
    }

    private void unsubscribe(Fields request) {
        BigDecimal channelId = request.decimal("chanId");
        if (channelId == null || !session.subscriptions().remove(request.whole("chanId"))) {
            send(ErrorAnswer.of(request, "unsubscribe: invalid", ErrorAnswer.UNSUBSCRIPTION));
            return;
        }
        JsonText answer = event("unsubscribed").key("status").text("OK");
        send(answer.key("chanId").value(request.get("chanId")).closeObject());
    }

    private void unauthenticate(Fields request) {
        if (session.membership() == null) {
            send(ErrorAnswer.of(request, "unauth: invalid", ErrorAnswer.UNAUTHENTICATION));
            return;
        }
        exchange.inputs().onSessionClosed(session);
        session.membership(null);
        JsonText answer = event("unauth").key("status").text("OK");
        send(answer.key("chanId").whole(0).closeObject());
    }

    private static JsonText event(String name) {
        return new JsonText().openObject().key("event").text(name);
    }

    private void send(JsonText answer) {
        session.writer().event(answer);
    }
}
