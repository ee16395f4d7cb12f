package io.hayate.venue.session;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.FaultSubject;
import io.hayate.venue.feed.Feed;
import io.hayate.venue.feed.Feeds;
import io.hayate.venue.market.Markets;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultPoint;
import io.hayate.venue.wire.ErrorAnswer;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/** Answers the objects that clients send: {@code ping}, {@code conf}, {@code subscribe} and so on. */
public final class ControlRequests {
    private final FaultPlan faults;
    private final Markets markets;
    private final Feeds feeds;
    private final Authenticator authenticator;
    private final EpochClock clock;
    private final int subscriptionsMax;

    /**
     * Who answers.
     *
     * @param subscriptionsMax channels of a connection, the account's included
     */
    public ControlRequests(
            FaultPlan faults,
            Markets markets,
            Feeds feeds,
            Authenticator authenticator,
            EpochClock clock,
            int subscriptionsMax) {
        this.faults = faults;
        this.markets = markets;
        this.feeds = feeds;
        this.authenticator = authenticator;
        this.clock = clock;
        this.subscriptionsMax = subscriptionsMax;
    }

    void onEvent(VenueSession session, Fields request) {
        String event = request.text("event");
        switch (event == null ? "" : event) {
            case "ping" -> ping(session, request);
            case "conf" -> conf(session, request);
            case "subscribe" -> subscribe(session, request);
            case "unsubscribe" -> unsubscribe(session, request);
            case "auth" -> authenticate(session, request);
            case "unauth" -> unauthenticate(session, request);
            default -> unknown(session, request);
        }
    }

    private void unknown(VenueSession session, Fields request) {
        Object event = request.get("event");
        String message = "event: invalid (" + (event instanceof String ? event : "undefined") + ")";
        send(session, ErrorAnswer.of(request, message, ErrorAnswer.UNKNOWN_EVENT));
    }

    private void ping(VenueSession session, Fields request) {
        JsonText pong = event("pong").key("ts").whole(clock.time());
        if (request.has("cid")) {
            pong.key("cid").value(request.get("cid"));
        }
        send(session, pong.closeObject());
    }

    private void conf(VenueSession session, Fields request) {
        long flags = request.whole("flags");
        if (flags < 0) {
            JsonText answer = event("conf").key("status").text("FAILED");
            answer.key("code").whole(ErrorAnswer.CONF).key("msg").text("flags: invalid");
            send(session, answer.closeObject());
            return;
        }
        send(
                session,
                event("conf").key("status").text("OK").key("flags").whole(flags).closeObject());
        session.writer().flags(flags);
    }

    private void subscribe(VenueSession session, Fields request) {
        SubscribeRequest asked = new SubscribeRequest(request, markets);
        int refusal = refusal(session, asked);
        if (refusal != 0) {
            refuse(session, request, asked.symbol(), refusalText(refusal), refusal);
        } else if (asked.refusal() != null) {
            refuse(session, request, asked.symbol(), asked.refusal(), ErrorAnswer.SUBSCRIPTION);
        } else if (asked.spec() != null) {
            subscribe(session, request, asked);
        }
    }

    /** The code of the fault by which this subscription is refused, or 0. */
    private int refusal(VenueSession session, SubscribeRequest asked) {
        if (!faults.isOn(FaultPoint.SUBSCRIBE)) {
            return 0;
        }
        Channel channel = asked.spec() == null ? null : asked.spec().channel();
        FrameExit exit = session.writer().exit();
        FaultSubject subject =
                new FaultSubject(
                        exit.connection(),
                        exit.account(),
                        channel,
                        asked.symbol(),
                        List.of("subscribe"));
        ActiveFault due = faults.due(FaultKind.SUBSCRIBE_REFUSED, subject);
        return due == null ? 0 : due.rule().count("code");
    }

    private void subscribe(VenueSession session, Fields request, SubscribeRequest asked) {
        Feed present = feeds.find(asked.spec());
        ClientChannel same = present == null ? null : session.subscriptions().find(present);
        if (same != null) {
            send(session, ErrorAnswer.ofDuplicate(request, asked.symbol(), same.channelId()));
            return;
        }
        Feed feed = isFull(session) ? null : feeds.findOrMake(asked.spec());
        if (feed == null) {
            refuse(session, request, asked.symbol(), "subscribe: limit", ErrorAnswer.LIMIT);
        } else {
            accept(session, request, session.subscriptions().add(feed));
        }
    }

    private static String refusalText(int code) {
        return switch (code) {
            case ErrorAnswer.DUPLICATE -> "subscribe: dup";
            case ErrorAnswer.LIMIT -> "subscribe: limit";
            default -> "symbol: invalid";
        };
    }

    private boolean isFull(VenueSession session) {
        return session.channelCount() >= subscriptionsMax;
    }

    private static void refuse(
            VenueSession session, Fields request, String symbol, String message, int code) {
        send(session, ErrorAnswer.ofSubscribe(request, symbol, message, code));
    }

    private void accept(VenueSession session, Fields request, ClientChannel subscription) {
        ChannelSpec spec = subscription.feed().spec();
        if (faults.isOn(FaultPoint.SUBSCRIBE)
                && faults.due(FaultKind.HEARTBEAT_FIRST, subscription.subject("subscribed"))
                        != null) {
            subscription.heartbeat();
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
        send(session, answer.closeObject());
        subscription.feed().add(subscription);
    }

    private void unsubscribe(VenueSession session, Fields request) {
        long channelId = request.whole("chanId");
        ClientChannel ended = session.subscriptions().get(channelId);
        if (ended == null) {
            send(
                    session,
                    ErrorAnswer.of(request, "unsubscribe: invalid", ErrorAnswer.UNSUBSCRIPTION));
            return;
        }
        JsonText answer = event("unsubscribed").key("status").text("OK");
        send(session, answer.key("chanId").value(request.get("chanId")).closeObject());
        sendLate(ended);
        session.subscriptions().remove(channelId);
    }

    private void sendLate(ClientChannel ended) {
        if (faults.isOn(FaultPoint.UNSUBSCRIBE)) {
            ActiveFault due = faults.due(FaultKind.LATE_DATA, ended.subject("unsubscribed"));
            for (int i = 0; due != null && i < due.rule().count("count"); i++) {
                ended.feed().sendSnapshot(ended);
            }
        }
    }

    private void authenticate(VenueSession session, Fields request) {
        ActiveFault refused =
                faults.isOn(FaultPoint.AUTH)
                        ? faults.due(
                                FaultKind.AUTH_REFUSED,
                                FaultSubject.ofRequest(session.number(), null, null, "auth"))
                        : null;
        if (refused == null) {
            authenticator.authenticate(session, request);
            return;
        }
        int code = refused.rule().count("code");
        String message = refused.rule().value("message");
        String usual =
                switch (code) {
                    case ErrorAnswer.PAYLOAD -> "payload: invalid";
                    case 10_112 -> "apikey: digest invalid";
                    case 10_113 -> "auth: hmac invalid";
                    case ErrorAnswer.NONCE -> "nonce: small";
                    case 11_000 -> "auth: not ready";
                    default -> "apikey: invalid";
                };
        authenticator.refuse(session, code, message.isEmpty() ? usual : message);
    }

    private void unauthenticate(VenueSession session, Fields request) {
        if (session.membership() == null) {
            send(session, ErrorAnswer.of(request, "unauth: invalid", ErrorAnswer.UNAUTHENTICATION));
            return;
        }
        authenticator.leave(session, true);
        JsonText answer = event("unauth").key("status").text("OK");
        send(session, answer.key("chanId").whole(0).closeObject());
    }

    private static JsonText event(String name) {
        return new JsonText().openObject().key("event").text(name);
    }

    private static void send(VenueSession session, JsonText answer) {
        session.writer().event(answer);
    }
}
