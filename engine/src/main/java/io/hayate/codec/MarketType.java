package io.hayate.codec;

import io.hayate.model.Texts;

/** What a frame with a type word on a channel of market data tells. */
public enum MarketType {
    /** {@code te}, {@code fte}: a print, as it happens. */
    TRADE_EXECUTED,
    /** {@code tu}, {@code ftu}: the same again, a little later. */
    TRADE_UPDATED,
    /** {@code cs}: the checksum of a book. */
    CHECKSUM,
    /** A word that the protocol does not list. */
    UNKNOWN;

    /** True for a print. */
    public boolean isTrade() {
        return this == TRADE_EXECUTED || this == TRADE_UPDATED;
    }

    static MarketType ofWire(char[] text, int offset, int length) {
        if (Texts.equals("te", text, offset, length) || Texts.equals("fte", text, offset, length)) {
            return TRADE_EXECUTED;
        }
        if (Texts.equals("tu", text, offset, length) || Texts.equals("ftu", text, offset, length)) {
            return TRADE_UPDATED;
        }
        return Texts.equals("cs", text, offset, length) ? CHECKSUM : UNKNOWN;
    }
}
