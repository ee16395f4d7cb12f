package io.hayate.venue.matching;

import io.hayate.venue.ledger.MarginPosition;
import io.hayate.venue.order.Fill;
import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Writes the 20 elements of a position.
 *
 * <pre>["tETHUST","ACTIVE",0.2,153.71,0,0,-0.079448,-0.25,null,1.4,null,142420429,T,T,null,0,null,
 * 0,0,{"reason":"TRADE",..}]</pre>
 */
final class PositionRow {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PositionRow() {}

    /** The position after a trade: what has to be computed is null. */
    static void traded(JsonText out, MarginPosition position, Fill fill) {
        begin(out, position).nulls(4);
        end(out, position).openObject().key("reason").text("TRADE");
        out.key("order_id").whole(fill.order().id());
        out.key("order_id_oppo").whole(fill.oppositeId()).key("liq_stage").nul();
        out.key("trade_price").text(Amounts.withPoint(fill.price()));
        out.key("trade_amount").text(Amounts.plain(fill.signedAmount()));
        out.closeObject().closeArray();
    }

    /** Appends the position with its profit at this price. */
    static void writeComputed(JsonText out, MarginPosition position, BigDecimal price) {
        BigDecimal profit = position.profitAt(price);
        BigDecimal cost = position.costPaid();
        begin(out, position).number(profit);
        out.number(
                cost.signum() == 0
                        ? BigDecimal.ZERO
                        : profit.multiply(HUNDRED).divide(cost, MathContext.DECIMAL64));
        out.nul().nul();
        end(out, position).nul().closeArray();
    }

    private static JsonText begin(JsonText out, MarginPosition position) {
        out.openArray().text(position.symbol());
        out.text(position.units() == 0 ? "CLOSED" : "ACTIVE").number(position.amount());
        return out.number(position.basePrice()).whole(0).whole(0);
    }

    private static JsonText end(JsonText out, MarginPosition position) {
        out.nul().whole(position.id()).whole(position.createdMs()).whole(position.updatedMs());
        return out.nul().whole(0).nul().whole(0).whole(0);
    }
}
