package io.hayate.story;

import io.hayate.event.ReportKind;
import io.hayate.model.Channel;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;
import io.hayate.order.OrderOrigin;

/** Words for the codes in records; a code that this release does not know is told as it is. */
final class Codes {
    private Codes() {}

    static String origin(int code) {
        if (code == 0) {
            return "HAYATE";
        }
        return named(OrderOrigin.values(), code - 1, code);
    }

    static String reportKind(int code) {
        return named(ReportKind.values(), code - 1, code);
    }

    /** The status of an order; null for 0, which is none. */
    static String status(int code) {
        for (OrderStatus status : OrderStatus.values()) {
            if (status.code() == code) {
                return status.name();
            }
        }
        return code == 0 ? null : unknown(code);
    }

    /** Which request is answered; null for 0, which is none. */
    static String request(int code) {
        return code == 0 ? null : named(RequestKind.values(), code - 1, code);
    }

    /** The kind of a channel; null for none. */
    static String channel(int code) {
        if (code < 0) {
            return null;
        }
        for (Channel channel : Channel.values()) {
            if (channel.code() == code) {
                return channel.wireName();
            }
        }
        return unknown(code);
    }

    private static String named(Enum<?>[] values, int index, int code) {
        return index >= 0 && index < values.length ? values[index].name() : unknown(code);
    }

    private static String unknown(int code) {
        return "code " + code;
    }
}
