package io.hayate.venue.order;

import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;

/** Writes the 32 elements of an order, in full or as far as a refused request has them. */
public final class OrderRow {
    private static final String ROUTING = "API>BFX";

    private OrderRow() {}

    /** Appends the row of an order. */
    public static void write(JsonText out, VenueOrder order) {
        write(out, order, order.terms(), order.parts().remainingUnits(), order.updatedMs());
    }

    /** The row of an order as it will be with its new terms. */
    public static void writeUpdated(JsonText out, OrderUpdate update, long timeMs) {
        write(out, update.order(), update.terms(), update.units(), timeMs);
    }

    private static void write(
            JsonText out, VenueOrder order, OrderTerms terms, long units, long updatedMs) {
        int sign = order.side().sign();
        long filledUnits = order.parts().originalUnits() - order.parts().remainingUnits();
        out.openArray().whole(order.id()).number(order.origin().groupId());
        out.whole(order.origin().clientOrderId()).text(order.symbol());
        out.whole(order.createdMs()).whole(updatedMs);
        out.number(Amounts.ofUnits(units * sign));
        out.number(Amounts.ofUnits((filledUnits + units) * sign));
        out.text(order.type().word()).text(order.typeBefore());
        wholeOrNull(out, terms.expiryMs()).nul();
        out.whole(terms.flags().bits()).text(order.status()).nulls(2);
        out.number(terms.price()).number(order.parts().averagePrice());
        out.number(terms.trailing() == null ? BigDecimal.ZERO : terms.trailing());
        out.number(terms.auxPrice()).nulls(3);
        out.whole(0).whole(terms.flags().isHidden() ? 1 : 0);
        wholeOrNull(out, order.origin().placedBy()).nulls(2);
        out.text(ROUTING).nulls(2);
        out.json(terms.meta().json()).closeArray();
    }

    private static JsonText wholeOrNull(JsonText out, long value) {
        return value == 0 ? out.nul() : out.whole(value);
    }

    /** The row of a request that became no order: what the client gave. */
    public static void writeRefused(JsonText out, Fields fields) {
        out.openArray().nul().number(fields.decimal("gid")).number(fields.decimal("cid"));
        out.text(fields.text("symbol")).nulls(2).number(fields.decimal("amount")).nul();
        out.text(fields.text("type")).nulls(3);
        BigDecimal flags = fields.decimal("flags");
        out.number(flags == null ? BigDecimal.ZERO : flags).nulls(3);
        out.number(fields.decimal("price")).nul().whole(0).whole(0).nulls(3);
        out.whole(0).whole(0).nulls(7).closeArray();
    }

    /** The row of an order that is not there: what the client gave to find it. */
    public static void writeUnknown(JsonText out, Fields fields) {
        out.openArray().number(fields.decimal("id")).nul().number(fields.decimal("cid"));
        out.nulls(20).whole(0).nulls(8).closeArray();
    }
}
