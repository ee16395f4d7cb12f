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
import java.util.Locale;

/**
 * What a client asks for in {@code on}, read and checked. Digits beyond eight of an amount and
 * beyond five of a price are cut off, as the venue does.
 */
public final class OrderRequest {
    /**
     * What is traded, in which way and on which side.
     *
     * @param market null when the symbol is none
     * @param type null when it is none
     */
    public record Contract(Market market, VenueOrderType type, Side side) {
        /** The same by another type. */
        public Contract with(VenueOrderType other) {
            return new Contract(market, other, side);
        }
    }

    private static final long NONE = -1;
    private static final long CLIENT_ID_END = 1L << 45;
    private static final int LEVERAGE_MAX = 100;
    private static final MathContext PRICE_DIGITS = new MathContext(5, RoundingMode.DOWN);
    private static final BigDecimal AMOUNT_END = BigDecimal.valueOf(10_000_000_000L);

    private final Fields fields;
    private final Contract contract;
    private final OrderTerms terms;
    private final long units;
    private final long clientOrderId; // or NONE
    private final long stopLegClientOrderId; // or NONE
    private final String refusal;

    /**
     * Reads a request.
     *
     * @param nowMs since 1970; an order cannot expire before that
     */
    public OrderRequest(Fields fields, Markets markets, long nowMs) {
        this.fields = fields;
        VenueOrderType type = VenueOrderType.find(fields.text("type"));
        Market market = fields.has("symbol") ? markets.market(fields.text("symbol")) : null;
        BigDecimal amount = fields.decimal("amount");
        units = unitsOf(amount);
        Side side = units > 0 && amount.signum() < 0 ? Side.SELL : Side.BUY;
        contract = new Contract(market, type, side);
        clientOrderId = fields.has("cid") ? fields.whole("cid") : NONE;
        stopLegClientOrderId = fields.has("cid_oco") ? fields.whole("cid_oco") : NONE;
        terms = terms(fields, nowMs);
        refusal = check(nowMs);
    }

    private static OrderTerms terms(Fields fields, long nowMs) {
        int leverage =
                fields.has("lev") ? (int) Math.min(fields.whole("lev"), LEVERAGE_MAX + 1) : 0;
        return new OrderTerms(
                price(fields, "price"),
                price(fields, "price_aux_limit"),
                fields.decimal("price_trailing"),
                price(fields, "price_oco_stop"),
                new OrderFlags(fields.has("flags") ? fields.whole("flags") : 0),
                OrderExpiry.read(fields.get("tif"), nowMs),
                leverage,
                OrderMeta.of(fields.get("meta"), leverage));
    }

    /** An amount in units of 1e-8 without its sign; 0 for one that cannot be read. */
    public static long unitsOf(BigDecimal amount) {
        boolean sized = amount != null && amount.abs().compareTo(AMOUNT_END) < 0;
        return sized ? Math.abs(Amounts.toUnits(amount)) : 0;
    }

    /** The price under this key as the venue takes it; null for none. */
    public static BigDecimal price(Fields fields, String key) {
        BigDecimal given = fields.decimal(key);
        return given == null ? null : given.round(PRICE_DIGITS);
    }

    private String check(long nowMs) {
        String wrong = checkNumbers();
        if (wrong != null) {
            return wrong;
        } else if (contract.market() == null || contract.market().isDerivative()) {
            return "symbol: invalid";
        } else if (units == 0) {
            return "amount: invalid";
        } else if (contract.type() == null) {
            return "type: invalid";
        } else if (!contract.type().exchange() && !contract.market().isMarginable()) {
            return "This pair cannot be traded on margin.";
        }
        wrong = checkTerms(contract.type().kind(), terms, nowMs);
        return wrong == null ? checkSize(contract.market(), units) : wrong;
    }

    private String checkNumbers() {
        if (fields.has("cid") && !isClientId(clientOrderId)) {
            return "cid: invalid";
        } else if (fields.has("cid_oco") && !isClientId(stopLegClientOrderId)) {
            return "cid_oco: invalid";
        } else if (fields.has("gid") && !isClientId(fields.whole("gid"))) {
            return "gid: invalid";
        }
        return null;
    }

    /** False for what is not below 2^45: ids of clients and of their groups. */
    public static boolean isClientId(long value) {
        return value >= 0 && value < CLIENT_ID_END;
    }

    /** What is wrong with these terms of an order of this kind, or null. */
    public static String checkTerms(OrderKind kind, OrderTerms terms, long nowMs) {
        OrderFlags flags = terms.flags();
        if (!flags.isValid() || (flags.isOneCancelsOther() && kind != OrderKind.LIMIT)) {
            return "flags: invalid";
        } else if (terms.meta().json().length > VenueLimits.META_BYTES_MAX) {
            return "meta: invalid";
        } else if (terms.expiryMs() != 0 && terms.expiryMs() <= nowMs) {
            return "tif: invalid";
        } else if (terms.leverage() < 0 || terms.leverage() > LEVERAGE_MAX) {
            return "lev: invalid";
        } else if (kind == OrderKind.TRAILING_STOP && !isPositive(terms.trailing())) {
            return "price_trailing: invalid";
        }
        boolean priced =
                (!kind.hasPrice() || isPositive(terms.price()))
                        && (kind != OrderKind.STOP_LIMIT || isPositive(terms.auxLimit()))
                        && (!flags.isOneCancelsOther() || isPositive(terms.ocoStop()));
        return priced ? null : "Invalid price.";
    }

    private static boolean isPositive(BigDecimal price) {
        return price != null && price.signum() > 0;
    }

    /** Why an order of this market cannot be so small, or null. */
    public static String checkSize(Market market, long units) {
        if (units >= market.minimumUnits()) {
            return null;
        }
        String pair = market.base() + "/" + market.quote();
        String minimum = Amounts.plain(market.minimumAmount());
        return "Invalid order: minimum size for " + pair + " is " + minimum;
    }

    /** Why this cannot be an order, or null when it can. */
    public String refusal() {
        return refusal;
    }

    /** What is traded, in which way and on which side. */
    public Contract contract() {
        return contract;
    }

    /** The market; null when the symbol is none. */
    public Market market() {
        return contract.market();
    }

    /** The side that the sign of the amount tells. */
    public Side side() {
        return contract.side();
    }

    /** The type; null when it is none. */
    public VenueOrderType type() {
        return contract.type();
    }

    /** The type as sent, or null. */
    public String typeText() {
        return fields.text("type");
    }

    /** Its terms; the price of an order that takes at any price is null. */
    public OrderTerms terms() {
        return terms;
    }

    /** The amount in units of 1e-8, positive; 0 when it cannot be read. */
    public long units() {
        return units;
    }

    /** The amount with the sign of its side. */
    public BigDecimal signedAmount() {
        return Amounts.ofUnits(units * side().sign());
    }

    /** The client's id of it, or this time when it has none. */
    public long clientOrderIdOr(long timeMs) {
        return clientOrderId == NONE ? timeMs : clientOrderId;
    }

    /** The client's id of the stop beside an OCO order, or this time when it has none. */
    public long stopLegClientOrderIdOr(long timeMs) {
        return stopLegClientOrderId == NONE ? timeMs : stopLegClientOrderId;
    }

    /** The group as sent, or null. */
    public BigDecimal groupId() {
        return fields.decimal("gid");
    }

    /** What the notification says of an order that was taken. */
    public String submittingText() {
        String kind = typeText().toLowerCase(Locale.ROOT) + (side() == Side.BUY ? " buy" : " sell");
        String amount = Amounts.plain(signedAmount()) + " " + market().base();
        return "Submitting " + kind + " order for " + amount + ".";
    }
}
