package io.hayate.venue.order;

import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;

/** Writes the 32 elements of an order, in full or as far as a refused request has them. */
final class OrderRow {
    private static final int HIDDEN = 64;
    private static final String ROUTING = "API>BFX";

    private OrderRow() {}

    static void write(JsonText out, VenueOrder order) {
        OrderRequest request = order.request();
        out.openArray().whole(order.id()).number(order.groupId()).whole(order.clientOrderId());
        out.text(order.symbol()).whole(order.createdMs()).whole(order.updatedMs());
        out.number(Amounts.ofUnits(order.remainingUnits() * order.side().sign()));
        out.number(request.signedAmount()).text(request.type()).nulls(3);
        out.whole(request.flags()).text(order.status()).nulls(2);
        out.number(order.price()).number(order.averagePrice()).whole(0).whole(0).nulls(3);
        out.whole(0).whole((request.flags() & HIDDEN) == 0 ? 0 : 1).nulls(3);
        out.text(ROUTING).nulls(2);
        out.json(request.meta()).closeArray();
    }

    /** The row of a request that became no order: what the client gave. */
    static void writeRefused(JsonText out, OrderRequest request, Fields fields) {
        out.openArray().nul().number(request.groupId()).number(fields.decimal("cid"));
        out.text(fields.text("symbol")).nulls(2).number(fields.decimal("amount")).nul();
        out.text(request.type()).nulls(3);
        BigDecimal flags = fields.decimal("flags");
        out.number(flags == null ? BigDecimal.ZERO : flags).nulls(3);
        out.number(fields.decimal("price")).nul().whole(0).whole(0).nulls(3);
        out.whole(0).whole(0).nulls(7).closeArray();
    }

    /** The row of a request that nobody read further: what the client gave. */
    static void writeRefused(JsonText out, Fields fields) {
        out.openArray().nul().number(fields.decimal("gid")).number(fields.decimal("cid"));
        out.text(fields.text("symbol")).nulls(2).number(fields.decimal("amount")).nul();
        out.text(fields.text("type")).nulls(7).number(fields.decimal("price")).nulls(15);
        out.closeArray();
    }

    /** The row of an order that is not there: what the client gave to find it. */
    static void writeUnknown(JsonText out, Fields fields) {
        out.openArray().number(fields.decimal("id")).nul().number(fields.decimal("cid"));
        out.nulls(20).whole(0).nulls(8).closeArray();
    }
}
