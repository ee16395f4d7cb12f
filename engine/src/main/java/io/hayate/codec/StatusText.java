package io.hayate.codec;

import io.hayate.model.OrderStatus;
import io.hayate.model.Texts;

/**
 * What the status of an order row means. The text tells the state and the ones before it, in words
 * that have changed over the years, so the amounts decide and its first word helps.
 *
 * <pre>EXECUTED @ 0.0085406(-0.31225457): was PARTIALLY FILLED @ 0.0085406(-0.68784543)</pre>
 */
final class StatusText {
    private StatusText() {}

    /** The status of an order that is gone. Amounts are positive; NaN if not told. */
    static OrderStatus ofClosed(
            char[] text, int offset, int length, double remaining, double original) {
        if (remaining == 0 || isExecuted(text, offset, length)) {
            return OrderStatus.FILLED;
        }
        boolean refused = isRefusal(text, offset, length) && !(remaining < original);
        return refused ? OrderStatus.REJECTED : OrderStatus.CANCELED;
    }

    private static boolean isExecuted(char[] text, int offset, int length) {
        return Texts.startsWith("EXECUTED", text, offset, length)
                || Texts.startsWith("FORCED EXECUTED", text, offset, length);
    }

    private static boolean isRefusal(char[] text, int offset, int length) {
        return Texts.startsWith("INSUFFICIENT", text, offset, length)
                || Texts.startsWith("RSN_", text, offset, length);
    }

    /** The status of an order that still works. Amounts are positive; NaN if not told. */
    static OrderStatus ofOpen(
            char[] text, int offset, int length, double remaining, double original) {
        if (Texts.startsWith("ACTIVE", text, offset, length)) {
            return OrderStatus.ACTIVE;
        }
        if (Texts.startsWith("PARTIALLY FILLED", text, offset, length)) {
            return OrderStatus.PARTIALLY_FILLED;
        }
        if (remaining == 0) {
            return OrderStatus.FILLED;
        }
        return remaining < original ? OrderStatus.PARTIALLY_FILLED : OrderStatus.ACTIVE;
    }
}
