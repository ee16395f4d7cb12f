package io.hayate.venue.order;

import io.hayate.venue.wire.JsonText;

/**
 * Writes the 12 elements of an execution, without its fee ({@code te}) or with it ({@code tu}).
 *
 * <pre>[111144952,"tBTCUSD",1755757983694,111179140333,-0.00008865,113940,"EXCHANGE LIMIT",113940,
 * -1,null,null,1755757983693]</pre>
 */
public final class TradeRow {
    private TradeRow() {}

    /** Appends an execution whose fee is not known yet. */
    public static void executed(JsonText out, Fill fill) {
        begin(out, fill).nulls(2).whole(fill.order().origin().clientOrderId()).closeArray();
    }

    /** Appends an execution with its fee. */
    public static void charged(JsonText out, Fill fill) {
        begin(out, fill).number(fill.fee().negate()).text(fill.feeCurrency());
        out.whole(fill.order().origin().clientOrderId()).closeArray();
    }

    private static JsonText begin(JsonText out, Fill fill) {
        VenueOrder order = fill.order();
        out.openArray().whole(fill.id()).text(order.symbol());
        out.whole(fill.timeMs()).whole(order.id()).number(fill.signedAmount());
        out.number(fill.price()).text(order.type().word());
        return out.number(fill.price()).whole(fill.maker() ? 1 : -1);
    }
}
