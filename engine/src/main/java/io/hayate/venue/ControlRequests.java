package io.hayate.venue;

import io.hayate.model.ChannelSpec;

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
        JsonText pong = event("pong").key("ts").whole(exchange.epochClock().time());
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
        DataFaults faults = exchange.faults().data();
        SubscribeRequest asked = new SubscribeRequest(request, exchange.markets());
        int refusal = faults.takeRefusal();
        if (refusal != 0) {
            refuse(request, asked.symbol(), refusalText(refusal), refusal);
        } else if (asked.refusal() != null) {
            refuse(request, asked.symbol(), asked.refusal(), ErrorAnswer.SUBSCRIPTION);
        } else if (asked.spec() != null) {
            subscribe(request, asked);
        }
    }

    private void subscribe(Fields request, SubscribeRequest asked) {
        Feed present = exchange.feeds().find(asked.spec());
        Subscription same = present == null ? null : session.subscriptions().find(present);
        if (same != null) {
            send(ErrorAnswer.ofDuplicate(request, asked.symbol(), same.channelId()));
            return;
        }
        Feed feed = isFull() ? null : exchange.feeds().findOrMake(asked.spec());
        if (feed == null) {
            refuse(request, asked.symbol(), "subscribe: limit", ErrorAnswer.LIMIT);
        } else {
            accept(request, session.subscriptions().add(session, feed));
        }
    }

    private static String refusalText(int code) {
        return switch (code) {
            case ErrorAnswer.DUPLICATE -> "subscribe: dup";
            case ErrorAnswer.LIMIT -> "subscribe: limit";
            default -> "symbol: invalid";
        };
    }

    private boolean isFull() {
        return session.channelCount() >= exchange.config().subscriptionsMax();
    }

    private void refuse(Fields request, String symbol, String message, int code) {
        send(ErrorAnswer.ofSubscribe(request, symbol, message, code));
    }

    private void accept(Fields request, Subscription subscription) {
        ChannelSpec spec = subscription.feed().spec();
        if (exchange.faults().data().isHeartbeatFirst()) {
            session.writer().heartbeat(subscription.channelId());
        }
        JsonText answer = event("subscribed").key("channel").text(spec.channel().wireName());
        answer.key("chanId").whole(subscription.channelId());
        if (spec.key().isEmpty()) {
            answer.key("symbol").text(spec.symbol());
        } else {
            answer.key("key").text(spec.key());
        }
        if (spec.precision() != null) {
            answer.key("prec").text(spec.precision().name()).key("freq").text(spec.frequency());
            answer.key("len").text(Integer.toString(spec.length()));
        }
        if (request.has("subId")) {
            answer.key("subId").value(request.get("subId"));
        }
        if (spec.key().isEmpty()) {
            String kind = spec.symbol().startsWith("f") ? "currency" : "pair";
            answer.key(kind).text(spec.symbol().substring(1));
        }
        send(answer.closeObject());
        subscription.feed().add(subscription);
        exchange.clock().onDemand();
    }

    private void unsubscribe(Fields request) {
        long channelId = request.whole("chanId");
        Subscription ended = session.subscriptions().get(channelId);
        if (ended == null) {
            send(ErrorAnswer.of(request, "unsubscribe: invalid", ErrorAnswer.UNSUBSCRIPTION));
            return;
        }
        JsonText answer = event("unsubscribed").key("status").text("OK");
        send(answer.key("chanId").value(request.get("chanId")).closeObject());
        for (int i = 0; i < exchange.faults().data().lateFrames(); i++) {
            ended.feed().sendSnapshot(ended);
        }
        session.subscriptions().remove(channelId);
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
