package io.hayate.venue.order;

import io.hayate.venue.wire.JsonText;

/**
 * Writes the 12 elements of an execution, without its fee ({@code te}) or with it ({@code tu}).
 *
 * <pre>[111144952,"tBTCUSD",1755757983694,111179140333,-0.00008865,113940,"EXCHANGE LIMIT",113940,
 * -1,null,null,1755757983693]</pre>
 */
final class TradeRow {
    private TradeRow() {}

    static JsonText executed(Fill fill) {
        return begin(fill).nulls(2).whole(fill.order().origin().clientOrderId()).closeArray();
    }

    static JsonText charged(Fill fill) {
        JsonText out = begin(fill).number(fill.fee().negate()).text(fill.feeCurrency());
        return out.whole(fill.order().origin().clientOrderId()).closeArray();
    }

    private static JsonText begin(Fill fill) {
        VenueOrder order = fill.order();
        JsonText out = new JsonText().openArray().whole(fill.id()).text(order.symbol());
        out.whole(fill.timeMs()).whole(order.id()).number(fill.signedAmount());
        out.number(fill.price()).text(order.type().word());
        return out.number(fill.price()).whole(fill.maker() ? 1 : -1);
    }
}
