package io.hayate.venue.account;

import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;

/**
 * A number that rises with each request of a key.
 *
 * @param sent what the client sent, exactly
 * @param text the client's text where it sent one, or null
 */
public record Nonce(BigDecimal sent, String text) {
    /** The nonce of this value: a number, or a text that holds one; null for what is none. */
    public static Nonce of(Object value) {
        BigDecimal number = Fields.decimal(value);
        return number == null || number.signum() < 0
                ? null
                : new Nonce(number, value instanceof String given ? given : null);
    }

    /** As JavaScript has it: the nearest double. */
    public double value() {
        return sent.doubleValue();
    }

    /** True when this payload is {@code AUTH} and the nonce, whatever follows it. */
    public boolean begins(String payload) {
        return (text != null && payload.startsWith("AUTH" + text))
                || payload.startsWith("AUTH" + sent.toPlainString())
                || payload.startsWith("AUTH" + sent)
                || payload.startsWith("AUTH" + new JsonText().number(sent));
    }
}
