package io.hayate.codec;

import io.hayate.event.OrderIntent;
import io.hayate.model.Price;
import io.hayate.number.Decimals;
import io.hayate.number.NumberText;

/**
 * Writes the fields of an order's text, each from its comma on: {@code ,"price":"97010"}. Those that
 * the intent does not have are left out. Allocates nothing.
 */
final class OrderFields {
    private static final byte[] AMOUNT = AsciiJson.ascii(",\"amount\":\"");
    private static final byte[] DELTA = AsciiJson.ascii(",\"delta\":\"");
    private static final byte[] PRICE = AsciiJson.ascii(",\"price\":\"");
    private static final byte[] AUX_LIMIT = AsciiJson.ascii(",\"price_aux_limit\":\"");
    private static final byte[] TRAILING = AsciiJson.ascii(",\"price_trailing\":\"");
    private static final byte[] OCO_STOP = AsciiJson.ascii(",\"price_oco_stop\":\"");
    private static final byte[] OCO_CID = AsciiJson.ascii(",\"cid_oco\":");
    private static final byte[] GROUP = AsciiJson.ascii(",\"gid\":");
    private static final byte[] FLAGS = AsciiJson.ascii(",\"flags\":");
    private static final byte[] LEVERAGE = AsciiJson.ascii(",\"lev\":");
    private static final byte[] EXPIRY = AsciiJson.ascii(",\"tif\":\"");

    private OrderFields() {}

    /** All that comes behind the amount of a new order; returns where it ends. */
    static int ofNew(OrderIntent intent, byte[] text, int start) {
        int at = price(PRICE, intent.price(), text, start);
        at = price(AUX_LIMIT, intent.auxLimitPrice(), text, at);
        at = price(TRAILING, intent.trailingDistance(), text, at);
        at = price(OCO_STOP, intent.ocoStopPrice(), text, at);
        at = number(OCO_CID, intent.ocoClientOrderId(), text, at);
        at = number(GROUP, intent.groupId(), text, at);
        at = number(FLAGS, intent.flags(), text, at);
        at = expiry(intent.expiryMs(), text, at);
        return number(LEVERAGE, intent.leverage(), text, at);
    }

    /** What an update changes; returns where it ends. */
    static int ofUpdate(OrderIntent intent, byte[] text, int start) {
        int at = start;
        if (intent.isChanging(OrderIntent.CHANGES_PRICE)) {
            at = price(PRICE, intent.price(), text, at);
        }
        if (intent.isChanging(OrderIntent.CHANGES_AMOUNT)) {
            at = amount(AMOUNT, intent, text, at);
        }
        if (intent.isChanging(OrderIntent.CHANGES_AMOUNT_BY)) {
            at = amount(DELTA, intent, text, at);
        }
        if (intent.isChanging(OrderIntent.CHANGES_AUX_LIMIT)) {
            at = price(AUX_LIMIT, intent.auxLimitPrice(), text, at);
        }
        if (intent.isChanging(OrderIntent.CHANGES_TRAILING)) {
            at = price(TRAILING, intent.trailingDistance(), text, at);
        }
        return ofUpdateBehindPrices(intent, text, at);
    }

    private static int ofUpdateBehindPrices(OrderIntent intent, byte[] text, int start) {
        int at = start;
        if (intent.isChanging(OrderIntent.CHANGES_GROUP)) {
            at = number(GROUP, intent.groupId(), text, at);
        }
        if (intent.isChanging(OrderIntent.CHANGES_FLAGS)) {
            at = put(FLAGS, text, at); // none at all, too
            at += NumberText.write((long) intent.flags(), text, at);
        }
        if (intent.isChanging(OrderIntent.CHANGES_EXPIRY)) {
            at = expiry(intent.expiryMs(), text, at);
        }
        return intent.isChanging(OrderIntent.CHANGES_LEVERAGE)
                ? number(LEVERAGE, intent.leverage(), text, at)
                : at;
    }

    private static int price(byte[] key, long price, byte[] text, int start) {
        if (price == Price.NONE) {
            return start;
        }
        int at = put(key, text, start);
        at += Price.write(price, text, at);
        text[at] = '"';
        return at + 1;
    }

    private static int amount(byte[] key, OrderIntent intent, byte[] text, int start) {
        int at = put(key, text, start);
        at += Decimals.writePlain(intent.side().sign() * intent.units(), text, at);
        text[at] = '"';
        return at + 1;
    }

    private static int number(byte[] key, long number, byte[] text, int start) {
        if (number == 0) {
            return start;
        }
        int at = put(key, text, start);
        return at + NumberText.write(number, text, at);
    }

    private static int expiry(long timeMs, byte[] text, int start) {
        if (timeMs == 0) {
            return start;
        }
        int at = put(EXPIRY, text, start);
        at += Dates.writeTime(timeMs, text, at);
        text[at] = '"';
        return at + 1;
    }

    /** Copies a part; returns where it ends. */
    static int put(byte[] part, byte[] text, int at) {
        System.arraycopy(part, 0, text, at, part.length);
        return at + part.length;
    }
}
