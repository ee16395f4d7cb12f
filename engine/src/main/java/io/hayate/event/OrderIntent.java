package io.hayate.event;

import io.hayate.model.MarketChannel;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What is wanted of the venue: a flyweight that a request fills, that the limits read, that the
 * encoder writes as text, and whose bytes the journal keeps. All of them see the same bytes.
 *
 * <pre>
 *   0 client order id 8    8 order id 8        16 units 8         24 price 8
 *  32 aux limit price 8   40 trailing 8        48 OCO stop 8      56 OCO client order id 8
 *  64 group 8             72 expiry ms 8       80 created day 4   84 instrument 4
 *  88 flags 4             92 leverage 4        96 changes 2       98 strategy 1
 * 100 operation 1
 * 101 side 1             102 type 1           103 origin 1       104 cause: {@link IntentCause}
 * </pre>
 *
 * <p>Numbers are little-endian, as the machine's. Strategy thread; allocates nothing but for {@link
 * #allocate}.
 */
public final class OrderIntent {
    /** Bytes of an intent, its cause included. */
    public static final int SIZE = 104 + IntentCause.SIZE;

    /** In place of units: the amount is no positive number. */
    public static final long NO_AMOUNT = 0;

    /** In place of units: the amount has more than eight decimals. */
    public static final long INEXACT = Decimals.INEXACT;

    /** In place of units: the amount is beyond what units can hold. */
    public static final long TOO_LARGE = Decimals.INEXACT + 1;

    /** An update changes the price. */
    public static final int CHANGES_PRICE = 1;

    /** An update changes what is left of the amount. */
    public static final int CHANGES_AMOUNT = 2;

    /** An update changes the amount by {@link #units()}, which may be below 0. */
    public static final int CHANGES_AMOUNT_BY = 4;

    /** An update changes the limit behind a stop. */
    public static final int CHANGES_AUX_LIMIT = 8;

    /** An update changes the distance of a trailing stop. */
    public static final int CHANGES_TRAILING = 16;

    /** An update changes the flags. */
    public static final int CHANGES_FLAGS = 32;

    /** An update changes the group. */
    public static final int CHANGES_GROUP = 64;

    /** An update changes when the order expires. */
    public static final int CHANGES_EXPIRY = 128;

    /** An update changes the leverage. */
    public static final int CHANGES_LEVERAGE = 256;

    private static final int CLIENT_ORDER_ID_OFFSET = 0;
    private static final int ORDER_ID_OFFSET = 8;
    private static final int UNITS_OFFSET = 16;
    private static final int PRICE_OFFSET = 24;
    private static final int AUX_LIMIT_PRICE_OFFSET = 32;
    private static final int TRAILING_DISTANCE_OFFSET = 40;
    private static final int OCO_STOP_PRICE_OFFSET = 48;
    private static final int OCO_CLIENT_ORDER_ID_OFFSET = 56;
    private static final int GROUP_ID_OFFSET = 64;
    private static final int EXPIRY_MS_OFFSET = 72;
    private static final int CREATED_EPOCH_DAY_OFFSET = 80;
    private static final int INSTRUMENT_ID_OFFSET = 84;
    private static final int FLAGS_OFFSET = 88;
    private static final int LEVERAGE_OFFSET = 92;
    private static final int CHANGES_OFFSET = 96;
    private static final int STRATEGY_OFFSET = 98;
    private static final int OPERATION_OFFSET = 100;
    private static final int SIDE_OFFSET = 101;
    private static final int TYPE_OFFSET = 102;
    private static final int ORIGIN_OFFSET = 103;
    private static final int CAUSE_OFFSET = 104;
    private static final double UNITS_MAX = Decimals.toDouble(Long.MAX_VALUE);

    private final IntentCause cause = new IntentCause();
    private MutableDirectBuffer buffer;
    private int offset;

    /** An intent with memory of its own. */
    public static OrderIntent allocate() {
        return new OrderIntent().wrap(new UnsafeBuffer(new byte[SIZE]), 0);
    }

    /** Points this flyweight at an intent in a buffer. */
    public OrderIntent wrap(MutableDirectBuffer bytes, int start) {
        buffer = bytes;
        offset = start;
        cause.wrap(bytes, start + CAUSE_OFFSET);
        return this;
    }

    /** Where its bytes are, from {@link #offset()} on. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Where in {@link #buffer()} it begins; it takes {@link #SIZE} bytes. */
    public int offset() {
        return offset;
    }

    /** The event that led to it, and what was known then. */
    public IntentCause cause() {
        return cause;
    }

    /** Makes it one that asks for nothing yet: no numbers, prices, flags or cause. */
    public OrderIntent begin(OrderOperation wanted, int instrument) {
        for (int at = 0;
                at < SIZE;
                at += Long.BYTES) { // some 30 ns less than one call of setMemory
            buffer.putLong(offset + at, 0);
        }
        cause.channelId(MarketChannel.NONE).venueSequence(Event.NO_SEQUENCE).transitMs(-1);
        cause.bidPrice(Double.NaN).askPrice(Double.NaN).reachedPrice(Double.NaN);
        return operation(wanted).instrumentId(instrument).side(Side.BUY).type(OrderType.OTHER);
    }

    /** Becomes the same as another, byte for byte. */
    public OrderIntent copyFrom(OrderIntent other) {
        buffer.putBytes(offset, other.buffer, other.offset, SIZE);
        return this;
    }

    /** Takes the cause of another, byte for byte. */
    public OrderIntent copyCauseFrom(OrderIntent other) {
        buffer.putBytes(
                offset + CAUSE_OFFSET, other.buffer, other.offset + CAUSE_OFFSET, IntentCause.SIZE);
        return this;
    }

    /** True when both ask for the same: in all but their numbers and their causes. */
    public boolean isLike(OrderIntent other) {
        for (int at = UNITS_OFFSET; at < CAUSE_OFFSET; at += Long.BYTES) {
            if (buffer.getLong(offset + at) != other.buffer.getLong(other.offset + at)) {
                return false;
            }
        }
        return true;
    }

    /** Sets {@link #units()} to an amount in the base currency, or to the number for why it is none. */
    public OrderIntent amount(double amount) {
        return units(unitsOf(amount));
    }

    private static long unitsOf(double amount) {
        if (!(amount > 0) || amount == Double.POSITIVE_INFINITY) {
            return NO_AMOUNT;
        }
        long exact = Decimals.toUnits(amount);
        if (exact > 0) {
            return exact;
        }
        return amount > UNITS_MAX ? TOO_LARGE : INEXACT;
    }

    /** True when an update changes this: one of the {@code CHANGES_} numbers. */
    public boolean isChanging(int what) {
        return (changes() & what) != 0;
    }

    /** Number that we give or gave it; 0 where the venue's is used. */
    public long clientOrderId() {
        return buffer.getLong(offset + CLIENT_ORDER_ID_OFFSET);
    }

    /** Sets {@link #clientOrderId()}. */
    public OrderIntent clientOrderId(long value) {
        buffer.putLong(offset + CLIENT_ORDER_ID_OFFSET, value);
        return this;
    }

    /** Number that the venue gave the order that is to change or end; 0 while it is not known. */
    public long orderId() {
        return buffer.getLong(offset + ORDER_ID_OFFSET);
    }

    /** Sets {@link #orderId()}. */
    public OrderIntent orderId(long value) {
        buffer.putLong(offset + ORDER_ID_OFFSET, value);
        return this;
    }

    /** Amount, of an update what shall be left of it: in units of 1e-8, or one of the numbers that stand for none. */
    public long units() {
        return buffer.getLong(offset + UNITS_OFFSET);
    }

    /** Sets {@link #units()}. */
    public OrderIntent units(long value) {
        buffer.putLong(offset + UNITS_OFFSET, value);
        return this;
    }

    /** Limit, or the stop price of a stop: a {@link Price}. */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets {@link #price()}. */
    public OrderIntent price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }

    /** Limit of a stop limit order once it is triggered: a {@link Price}. */
    public long auxLimitPrice() {
        return buffer.getLong(offset + AUX_LIMIT_PRICE_OFFSET);
    }

    /** Sets {@link #auxLimitPrice()}. */
    public OrderIntent auxLimitPrice(long value) {
        buffer.putLong(offset + AUX_LIMIT_PRICE_OFFSET, value);
        return this;
    }

    /** How far a trailing stop stays behind: a {@link Price}. */
    public long trailingDistance() {
        return buffer.getLong(offset + TRAILING_DISTANCE_OFFSET);
    }

    /** Sets {@link #trailingDistance()}. */
    public OrderIntent trailingDistance(long value) {
        buffer.putLong(offset + TRAILING_DISTANCE_OFFSET, value);
        return this;
    }

    /** Stop price beside the limit of an OCO order: a {@link Price}. */
    public long ocoStopPrice() {
        return buffer.getLong(offset + OCO_STOP_PRICE_OFFSET);
    }

    /** Sets {@link #ocoStopPrice()}. */
    public OrderIntent ocoStopPrice(long value) {
        buffer.putLong(offset + OCO_STOP_PRICE_OFFSET, value);
        return this;
    }

    /** Number that we give that stop; 0 for none. */
    public long ocoClientOrderId() {
        return buffer.getLong(offset + OCO_CLIENT_ORDER_ID_OFFSET);
    }

    /** Sets {@link #ocoClientOrderId()}. */
    public OrderIntent ocoClientOrderId(long value) {
        buffer.putLong(offset + OCO_CLIENT_ORDER_ID_OFFSET, value);
        return this;
    }

    /** Group; 0 for none. */
    public long groupId() {
        return buffer.getLong(offset + GROUP_ID_OFFSET);
    }

    /** Sets {@link #groupId()}. */
    public OrderIntent groupId(long value) {
        buffer.putLong(offset + GROUP_ID_OFFSET, value);
        return this;
    }

    /** When the venue is to cancel it by itself, in ms since 1970 UTC; 0 for never. */
    public long expiryMs() {
        return buffer.getLong(offset + EXPIRY_MS_OFFSET);
    }

    /** Sets {@link #expiryMs()}. */
    public OrderIntent expiryMs(long value) {
        buffer.putLong(offset + EXPIRY_MS_OFFSET, value);
        return this;
    }

    /** UTC day on which the order was made, counted from 1970-01-01: a client order id is of its day. */
    public int createdEpochDay() {
        return buffer.getInt(offset + CREATED_EPOCH_DAY_OFFSET);
    }

    /** Sets {@link #createdEpochDay()}. */
    public OrderIntent createdEpochDay(int value) {
        buffer.putInt(offset + CREATED_EPOCH_DAY_OFFSET, value);
        return this;
    }

    /** Number of the instrument; {@code Instrument.NONE} for what is about none. */
    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_ID_OFFSET);
    }

    /** Sets {@link #instrumentId()}. */
    public OrderIntent instrumentId(int value) {
        buffer.putInt(offset + INSTRUMENT_ID_OFFSET, value);
        return this;
    }

    /** Sum of {@link io.hayate.model.OrderFlag}s. */
    public int flags() {
        return buffer.getInt(offset + FLAGS_OFFSET);
    }

    /** Sets {@link #flags()}. */
    public OrderIntent flags(int value) {
        buffer.putInt(offset + FLAGS_OFFSET, value);
        return this;
    }

    /** Leverage, 1 to 100; 0 for none given. */
    public int leverage() {
        return buffer.getInt(offset + LEVERAGE_OFFSET);
    }

    /** Sets {@link #leverage()}. */
    public OrderIntent leverage(int value) {
        buffer.putInt(offset + LEVERAGE_OFFSET, value);
        return this;
    }

    /** Which fields an update changes: a sum of the {@code CHANGES_} numbers. */
    public int changes() {
        return buffer.getShort(offset + CHANGES_OFFSET);
    }

    /** Sets {@link #changes()}. */
    public OrderIntent changes(int value) {
        buffer.putShort(offset + CHANGES_OFFSET, (short) value);
        return this;
    }

    /** Number of the strategy of several that asks, 1 to 255; 0 for none of them, and for the only one. */
    public int strategy() {
        return buffer.getByte(offset + STRATEGY_OFFSET) & 0xff;
    }

    /** Sets {@link #strategy()}. */
    public OrderIntent strategy(int value) {
        buffer.putByte(offset + STRATEGY_OFFSET, (byte) value);
        return this;
    }

    /** What is asked of the venue. */
    public OrderOperation operation() {
        return OrderOperation.ofCode(buffer.getByte(offset + OPERATION_OFFSET));
    }

    /** Sets {@link #operation()}. */
    public OrderIntent operation(OrderOperation value) {
        buffer.putByte(offset + OPERATION_OFFSET, (byte) value.code());
        return this;
    }

    /** BUY or SELL. */
    public Side side() {
        return Side.ofSign(buffer.getByte(offset + SIDE_OFFSET));
    }

    /** Sets {@link #side()}. */
    public OrderIntent side(Side value) {
        buffer.putByte(offset + SIDE_OFFSET, (byte) value.sign());
        return this;
    }

    /** Type of the order. */
    public OrderType type() {
        return OrderType.ofCode(buffer.getByte(offset + TYPE_OFFSET));
    }

    /** Sets {@link #type()}. */
    public OrderIntent type(OrderType value) {
        buffer.putByte(offset + TYPE_OFFSET, (byte) value.code());
        return this;
    }

    /** Who asked for it, by a number of its own: 0 is nobody. */
    public int origin() {
        return buffer.getByte(offset + ORIGIN_OFFSET);
    }

    /** Sets {@link #origin()}. */
    public OrderIntent origin(int value) {
        buffer.putByte(offset + ORIGIN_OFFSET, (byte) value);
        return this;
    }
}
