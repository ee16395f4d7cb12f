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
    /** {@code ps}: the margin positions as the session starts. */
    POSITIONS("ps", Body.SHOWN_LIST),
    /** {@code pn}: a margin position is new. */
    POSITION_NEW("pn", Body.SHOWN_ROW),
    /** {@code pu}: a margin position changed. */
    POSITION_CHANGED("pu", Body.SHOWN_ROW),
    /** {@code pc}: a margin position is closed. */
    POSITION_CLOSED("pc", Body.SHOWN_ROW),
    /** {@code fos}: the funding offers as the session starts. */
    OFFERS("fos", Body.SHOWN_LIST),
    /** {@code fon}: a funding offer is new. */
    OFFER_NEW("fon", Body.SHOWN_ROW),
    /** {@code fou}: a funding offer changed. */
    OFFER_CHANGED("fou", Body.SHOWN_ROW),
    /** {@code foc}: a funding offer is gone. */
    OFFER_CLOSED("foc", Body.SHOWN_ROW),
    /** A type that the protocol names and Hayate has no use for: credits, balances. */
    UNUSED("", Body.SKIPPED),
    /** A type that the protocol does not name. */
    UNKNOWN("", Body.SKIPPED);

    private enum Body {
        ROW,
        LIST,
        SHOWN_ROW,
        SHOWN_LIST,
        SKIPPED
    }

    private static final AccountType[] VALUES = values();

    private static final String[] UNUSED_NAMES = {
        "bu", "miu", "fiu", "fcs", "fcn", "fcu", "fcc", "fls", "fln", "flu", "flc", "fte", "ftu",
        "ats", "hos", "hts", "hfos", "hfcs", "hfls", "hfts", "mis", "fis", "uac"
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
        return body != Body.SKIPPED;
    }

    /** True for a type that is shown alone: where its rows cannot be taken nothing is lost that orders go by. */
    public boolean isShown() {
        return body == Body.SHOWN_ROW || body == Body.SHOWN_LIST;
    }

    /** True for a type whose body is a list of rows. */
    public boolean isList() {
        return body == Body.LIST || body == Body.SHOWN_LIST;
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
