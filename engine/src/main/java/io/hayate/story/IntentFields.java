package io.hayate.story;

import io.hayate.event.IntentCause;
import io.hayate.event.OrderIntent;
import io.hayate.journal.JournalReader;
import io.hayate.model.Health;
import io.hayate.model.OrderFlag;
import java.util.Map;

/** What was asked for, and why: the fields of one intent. */
final class IntentFields {
    private IntentFields() {}

    /** The terms of what was asked for, by the names that the reader's segment has. */
    static Map<String, Object> of(OrderIntent intent, JournalReader reader) {
        FieldMap fields = new FieldMap();
        boolean isOrder = isOrder(intent);
        fields.put("operation", intent.operation().name());
        fields.putNumber("clientOrderId", intent.clientOrderId());
        fields.putNumber("orderId", intent.orderId());
        fields.put("instrument", reader.symbol(intent.instrumentId()));
        if (isOrder) {
            fields.put("side", intent.side().name()).put("orderType", intent.type().wireName());
            putAmount(fields, intent);
            fields.put("price", Exact.price(intent.price()));
            fields.put("auxLimitPrice", Exact.price(intent.auxLimitPrice()));
            fields.put("trailingDistance", Exact.price(intent.trailingDistance()));
            fields.put("ocoStopPrice", Exact.price(intent.ocoStopPrice()));
            fields.putNumber("ocoClientOrderId", intent.ocoClientOrderId());
            fields.put("flags", OrderFlag.text(intent.flags()));
            fields.putNumber("leverage", intent.leverage());
            fields.putNumber("expiryMs", intent.expiryMs());
            fields.put("changes", changes(intent.changes()));
        }
        fields.putNumber("group", intent.groupId());
        fields.put("origin", Codes.origin(intent.origin()));
        return fields.put("strategy", reader.strategy(intent.strategy())).map();
    }

    private static boolean isOrder(OrderIntent intent) {
        return !intent.operation().isCancel();
    }

    private static void putAmount(FieldMap fields, OrderIntent intent) {
        long units = intent.units();
        if (units == OrderIntent.INEXACT) {
            fields.put("amountIs", "of more than eight decimals");
        } else if (units == OrderIntent.TOO_LARGE) {
            fields.put("amountIs", "too large");
        } else if (units != OrderIntent.NO_AMOUNT) {
            fields.put("amount", Exact.units(units));
        } else if (intent.changes() == 0) {
            fields.put("amountIs", "no positive number");
        }
    }

    private static String changes(int sum) {
        String[] words = {
            "price",
            "amount",
            "amount-by",
            "aux-limit",
            "trailing",
            "flags",
            "group",
            "expiry",
            "leverage"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            if ((sum & 1 << i) != 0) {
                text.append(text.isEmpty() ? "" : " ").append(words[i]);
            }
        }
        return text.toString();
    }

    /**
     * The event that led to it, and the quote that was known.
     *
     * @param channel kind of the event's channel; null for none
     * @param symbol of the event's instrument; null for none
     * @param timeNs when the record was written
     */
    static Map<String, Object> cause(
            IntentCause cause, String channel, String symbol, long timeNs) {
        FieldMap fields = new FieldMap().put("channel", channel).put("instrument", symbol);
        if (channel != null) {
            fields.put("health", Health.text(cause.health()));
        }
        if (cause.venueSequence() >= 0 && channel != null) {
            fields.put("venueSequence", cause.venueSequence());
        }
        if (cause.transitMs() >= 0 && channel != null) {
            fields.put("transitMs", cause.transitMs());
        }
        if (cause.receiveTimeNs() != 0) {
            fields.put("ageNs", timeNs - cause.receiveTimeNs());
        }
        if (cause.hasQuote()) {
            fields.put("quoteHealth", Health.text(cause.quoteHealth()));
            fields.put("quoteAgeNs", timeNs - cause.quoteTimeNs());
        }
        fields.put("bid", Exact.text(cause.bidPrice())).put("ask", Exact.text(cause.askPrice()));
        return fields.put("reached", Exact.text(cause.reachedPrice())).map();
    }
}
