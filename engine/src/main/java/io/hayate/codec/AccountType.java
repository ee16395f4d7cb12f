package io.hayate.codec;

import io.hayate.model.Texts;

/** What a frame of channel 0 tells. */
public enum AccountType {
    /** {@code n}: the answer to a request, or news for people. */
    NOTIFICATION("n", Body.ROW),
    /** {@code os}: the open orders as the session starts. */
    OPEN_ORDERS("os", Body.LIST),
    /** {@code on}: an order rests. */
    ORDER_NEW("on", Body.ROW),
    /** {@code ou}: an order changed. */
    ORDER_CHANGED("ou", Body.ROW),
    /** {@code oc}: an order is gone. */
    ORDER_CLOSED("oc", Body.ROW),
    /** {@code te}: a fill, its fee not yet known. */
    TRADE_EXECUTED("te", Body.ROW),
    /** {@code tu}: the same fill with its fee. */
    TRADE_UPDATED("tu", Body.ROW),
    /** {@code ws}: the wallets as the session starts. */
    WALLETS("ws", Body.LIST),
    /** {@code wu}: a wallet changed. */
    WALLET("wu", Body.ROW),
    /** {@code ps}: the positions as the session starts; that they came is all that is wanted. */
    POSITIONS("ps", Body.COUNTED),
    /** A type that the protocol names and Hayate has no use for: funding, balances. */
    UNUSED("", Body.SKIPPED),
    /** A type that the protocol does not name. */
    UNKNOWN("", Body.SKIPPED);

    private enum Body {
        ROW,
        LIST,
        COUNTED,
        SKIPPED
    }

    private static final AccountType[] VALUES = values();

    private static final String[] UNUSED_NAMES = {
        "bu", "pn", "pu", "pc", "miu", "fiu", "fos", "fon", "fou", "foc", "fcs", "fcn", "fcu",
        "fcc", "fls", "fln", "flu", "flc", "fte", "ftu", "ats", "hos", "hts", "hfos", "hfcs",
        "hfls", "hfts", "mis", "fis", "uac"
    };

    private final String wireName;
    private final Body body;

    AccountType(String wireName, Body body) {
        this.wireName = wireName;
        this.body = body;
    }

    /** The venue's word for it; empty where several share a constant. */
    public String wireName() {
        return wireName;
    }

    /** True for a type whose rows {@link FrameDecoder#decodeRow} reads. */
    public boolean isUsed() {
        return body == Body.ROW || body == Body.LIST;
    }

    /** True for a list that is passed over, but must come. */
    public boolean isCounted() {
        return body == Body.COUNTED;
    }

    /** True for a type whose body is a list of rows. */
    public boolean isList() {
        return body == Body.LIST;
    }

    /** The type of this wire name. Allocates nothing. */
    static AccountType ofWire(char[] text, int offset, int length) {
        for (AccountType type : VALUES) {
            if (type.body != Body.SKIPPED && Texts.equals(type.wireName, text, offset, length)) {
                return type;
            }
        }
        for (String name : UNUSED_NAMES) {
            if (Texts.equals(name, text, offset, length)) {
                return UNUSED;
            }
        }
        return UNKNOWN;
    }
}
