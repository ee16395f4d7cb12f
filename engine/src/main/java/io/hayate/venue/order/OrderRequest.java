package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.VenueLimits;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.wire.Amounts;
import io.hayate.venue.wire.Fields;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * What a client asks for in {@code on}, read and checked. Digits beyond eight of an amount and
 * beyond five of a price are cut off, as the venue does.
 */
final class OrderRequest {
    static final int POST_ONLY = 4_096;

    private static final String MARKET = "EXCHANGE MARKET";
    private static final String LIMIT = "EXCHANGE LIMIT";
    private static final List<String> MARGIN_TYPES =
            List.of("MARKET", "LIMIT", "STOP", "STOP LIMIT", "TRAILING STOP", "FOK", "IOC");
    private static final long NONE = -1;
    private static final long CLIENT_ORDER_ID_END = 1L << 45;
    private static final int GROUP_ID_MAX = Integer.MAX_VALUE;
    private static final long FLAGS_TAKEN = 64 | 1_024 | POST_ONLY | 524_288;
    private static final MathContext PRICE_DIGITS = new MathContext(5, RoundingMode.DOWN);
    private static final BigDecimal AMOUNT_END = BigDecimal.valueOf(10_000_000_000L);

    private final Market market;
    private final String type;
    private final long units;
    private final Side side;
    private final BigDecimal price;
    private final BigDecimal groupId;
    private final long clientOrderId; // or NONE
    private final long flags;
    private final byte[] meta;
    private final String refusal;

    OrderRequest(Fields fields, Markets markets) {
        type = fields.text("type");
        market = fields.has("symbol") ? markets.market(fields.text("symbol")) : null;
        BigDecimal amount = fields.decimal("amount");
        boolean sized = amount != null && amount.abs().compareTo(AMOUNT_END) < 0;
        units = sized ? Math.abs(Amounts.toUnits(amount)) : 0;
        side = sized && amount.signum() < 0 ? Side.SELL : Side.BUY;
        BigDecimal given = fields.decimal("price");
        price = given == null ? null : given.round(PRICE_DIGITS);
        groupId = fields.decimal("gid");
        clientOrderId = fields.has("cid") ? fields.whole("cid") : NONE;
        flags = fields.has("flags") ? fields.whole("flags") : 0;
        meta = OrderMeta.of(fields.get("meta"));
        refusal = check(fields);
    }

    private String check(Fields fields) {
        String wrong = checkNumbers(fields);
        if (wrong != null) {
            return wrong;
        } else if (market == null || market.isDerivative()) {
            return "symbol: invalid";
        } else if (units == 0) {
            return "amount: invalid";
        } else if (!MARKET.equals(type) && !LIMIT.equals(type)) {
            boolean margin = type != null && MARGIN_TYPES.contains(type);
            return margin ? "This pair cannot be traded on margin." : "type: invalid";
        } else if (LIMIT.equals(type) && (price == null || price.signum() <= 0)) {
            return "Invalid price.";
        }
        return checkSize();
    }

    private String checkNumbers(Fields fields) {
        if (fields.has("cid") && !isBelow(clientOrderId, CLIENT_ORDER_ID_END)) {
            return "cid: invalid";
        } else if (fields.has("gid") && !isBelow(fields.whole("gid"), GROUP_ID_MAX + 1L)) {
            return "gid: invalid";
        } else if (fields.has("flags") && (flags < 0 || (flags & ~FLAGS_TAKEN) != 0)) {
            return "flags: invalid";
        } else if (meta.length > VenueLimits.META_BYTES_MAX) {
            return "meta: invalid";
        }
        return fields.has("tif") ? "tif: invalid" : null; // orders without expiry are all there is
    }

    private static boolean isBelow(long value, long end) {
        return value >= 0 && value < end;
    }

    private String checkSize() {
        if (Amounts.ofUnits(units).compareTo(market.minimumAmount()) >= 0) {
            return null;
        }
        String pair = market.instrument().base() + "/" + market.instrument().quote();
        String minimum = Amounts.plain(market.minimumAmount());
        return "Invalid order: minimum size for " + pair + " is " + minimum;
    }

    /** Why this cannot be an order, or null when it can. */
    String refusal() {
        return refusal;
    }

    /** What its row holds of {@code meta}: an object of JSON. */
    byte[] meta() {
        return meta;
    }

    /** The market, or null when the symbol is none. */
    Market market() {
        return market;
    }

    String type() {
        return type;
    }

    boolean isMarket() {
        return MARKET.equals(type);
    }

    boolean isPostOnly() {
        return (flags() & POST_ONLY) != 0 && !isMarket();
    }

    Side side() {
        return side;
    }

    /** The amount in units of 1e-8, positive; 0 when it cannot be read. */
    long units() {
        return units;
    }

    /** The amount with the sign of its side. */
    BigDecimal signedAmount() {
        return Amounts.ofUnits(units * side.sign());
    }

    /** The limit, or null. */
    BigDecimal price() {
        return price;
    }

    long flags() {
        return flags;
    }

    boolean hasClientOrderId() {
        return clientOrderId != NONE;
    }

    long clientOrderId() {
        return clientOrderId;
    }

    /** The group as sent, or null. */
    BigDecimal groupId() {
        return groupId;
    }

    /** What the notification says of an order that was taken. */
    String submittingText() {
        String kind = type.toLowerCase(Locale.ROOT) + (side == Side.BUY ? " buy" : " sell");
        String amount = Amounts.plain(signedAmount()) + " " + market.instrument().base();
        return "Submitting " + kind + " order for " + amount + ".";
    }

    /** What the notification says when the money does not suffice. */
    String unaffordableText(BigDecimal atPrice) {
        String amount = Amounts.withPoint(signedAmount()) + " " + market.instrument().displayName();
        return "Invalid order: not enough exchange balance for "
                + amount
                + " at "
                + Amounts.withPoint(atPrice);
    }
}
