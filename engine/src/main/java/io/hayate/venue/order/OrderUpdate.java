package io.hayate.venue.order;

import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.Fields;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What a client asks for in {@code ou}, read against the order that it means. Only what is to change is
 * sent; {@code amount} is what shall be left, with its sign, {@code delta} the change of that.
 */
public final class OrderUpdate {
    private final VenueOrder order;
    private final OrderTerms terms;
    private final long units;
    private final BigDecimal groupId;
    private final String refusal;

    /** Reads what is asked for of this order. */
    public OrderUpdate(Fields fields, VenueOrder order, long nowMs) {
        this.order = order;
        units = units(fields);
        groupId = fields.has("gid") ? fields.decimal("gid") : order.origin().groupId();
        terms = terms(fields, nowMs);
        refusal = check(fields, nowMs);
    }

    private long units(Fields fields) {
        long left = order.remainingUnits();
        if (fields.has("amount")) {
            BigDecimal amount = fields.decimal("amount");
            return amount == null || amount.signum() != order.side().sign()
                    ? 0
                    : OrderRequest.unitsOf(amount);
        } else if (fields.has("delta")) {
            BigDecimal delta = fields.decimal("delta");
            return delta == null
                    ? 0
                    : signed(Amounts.ofUnits(left * order.side().sign()).add(delta));
        }
        return left;
    }

    private long signed(BigDecimal amount) {
        return amount.signum() == order.side().sign() ? OrderRequest.unitsOf(amount) : 0;
    }

    private OrderTerms terms(Fields fields, long nowMs) {
        OrderTerms now = order.terms();
        int leverage =
                fields.has("lev") ? (int) Math.min(fields.whole("lev"), 1_000) : now.leverage();
        boolean otherMeta = fields.has("meta") || leverage != now.leverage();
        return new OrderTerms(
                order.kind().hasPrice() ? price(fields, "price", now.price()) : now.price(),
                price(fields, "price_aux_limit", now.auxLimit()),
                fields.has("price_trailing") ? fields.decimal("price_trailing") : now.trailing(),
                now.ocoStop(),
                fields.has("flags") ? new OrderFlags(fields.whole("flags")) : now.flags(),
                fields.has("tif") ? OrderExpiry.read(fields.get("tif"), nowMs) : now.expiryMs(),
                leverage,
                otherMeta ? OrderMeta.of(fields.get("meta"), leverage) : now.meta());
    }

    private static BigDecimal price(Fields fields, String key, BigDecimal now) {
        return fields.has(key) ? OrderRequest.price(fields, key) : now;
    }

    private String check(Fields fields, long nowMs) {
        boolean pair = order.terms().flags().isOneCancelsOther();
        if (fields.has("gid") && !OrderRequest.isClientId(fields.whole("gid"))) {
            return "gid: invalid";
        } else if (terms.flags().isValid() && terms.flags().isOneCancelsOther() != pair) {
            return "flags: invalid";
        } else if (units == 0) {
            return "amount: invalid";
        }
        String wrong = OrderRequest.checkTerms(order.kind(), terms, nowMs);
        return wrong == null ? OrderRequest.checkSize(order.market(), units) : wrong;
    }

    /** Why the order cannot be changed so, or null when it can. */
    public String refusal() {
        return refusal;
    }

    /** The order that is meant. */
    public VenueOrder order() {
        return order;
    }

    /** The terms that it shall have. */
    public OrderTerms terms() {
        return terms;
    }

    /** What shall be left of it, in units of 1e-8. */
    public long units() {
        return units;
    }

    /** The group that it shall be in, or null. */
    public BigDecimal groupId() {
        return groupId;
    }

    /** True when the order stays where it lies in the book: all it wants is less. */
    public boolean keepsPlace() {
        OrderTerms now = order.terms();
        return units <= order.remainingUnits()
                && terms.price().compareTo(now.price()) == 0
                && isSame(terms.auxLimit(), now.auxLimit())
                && terms.flags().isHidden() == now.flags().isHidden();
    }

    private static boolean isSame(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** {@code Submitting update to limit sell order for 3 ETH.} */
    public String submittingText() {
        String kind = order.type().word().toLowerCase(Locale.ROOT);
        String amount = Amounts.plain(Amounts.ofUnits(units));
        String base = order.market().base();
        String side = order.side().sign() > 0 ? "buy" : "sell";
        return "Submitting update to "
                + kind
                + " "
                + side
                + " order for "
                + amount
                + " "
                + base
                + ".";
    }
}
