package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.RequestKind;
import io.hayate.model.Side;
import org.agrona.MutableDirectBuffer;

/**
 * What the venue says of an order or a fill of ours: a flyweight over the body of an {@link Event}.
 * {@link #kind()} says which message it came from. Amounts are positive, the side says the sign; a
 * number that the message did not hold is 0, or NaN where 0 would be a value.
 */
public final class ExecutionReport {
    private static final int ORDER_ID_OFFSET = 0;
    private static final int CLIENT_ORDER_ID_OFFSET = ORDER_ID_OFFSET + SIZE_OF_LONG;
    private static final int GROUP_ID_OFFSET = CLIENT_ORDER_ID_OFFSET + SIZE_OF_LONG;
    private static final int TRADE_ID_OFFSET = GROUP_ID_OFFSET + SIZE_OF_LONG;
    private static final int CREATE_TIME_MS_OFFSET = TRADE_ID_OFFSET + SIZE_OF_LONG;
    private static final int UPDATE_TIME_MS_OFFSET = CREATE_TIME_MS_OFFSET + SIZE_OF_LONG;
    private static final int REMAINING_AMOUNT_OFFSET = UPDATE_TIME_MS_OFFSET + SIZE_OF_LONG;
    private static final int ORIGINAL_AMOUNT_OFFSET = REMAINING_AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int PRICE_OFFSET = ORIGINAL_AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int AVERAGE_PRICE_OFFSET = PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int FILL_AMOUNT_OFFSET = AVERAGE_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int FILL_PRICE_OFFSET = FILL_AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int FEE_OFFSET = FILL_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int AUX_PRICE_OFFSET = FEE_OFFSET + SIZE_OF_DOUBLE;
    private static final int TRAILING_DISTANCE_OFFSET = AUX_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int KIND_OFFSET = TRAILING_DISTANCE_OFFSET + SIZE_OF_DOUBLE;
    private static final int SIDE_OFFSET = KIND_OFFSET + SIZE_OF_INT;
    private static final int ORDER_TYPE_OFFSET = SIDE_OFFSET + SIZE_OF_INT;
    private static final int STATUS_OFFSET = ORDER_TYPE_OFFSET + SIZE_OF_INT;
    private static final int REQUEST_OFFSET = STATUS_OFFSET + SIZE_OF_INT;
    private static final int IS_ACCEPTED_OFFSET = REQUEST_OFFSET + SIZE_OF_INT;
    private static final int IS_OUTCOME_OPEN_OFFSET = IS_ACCEPTED_OFFSET + SIZE_OF_INT;
    private static final int IS_MAKER_OFFSET = IS_OUTCOME_OPEN_OFFSET + SIZE_OF_INT;
    private static final int FLAGS_OFFSET = IS_MAKER_OFFSET + SIZE_OF_INT;
    private static final int TEXT_OFFSET = FLAGS_OFFSET + SIZE_OF_INT;
    private static final int FEE_CURRENCY_OFFSET = TEXT_OFFSET + EventText.SIZE;

    private static final String NOT_FOUND = "Order not found";
    private static final String NO_ORDER = "order: invalid";

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public ExecutionReport wrap(Event event) {
        buffer = event.buffer();
        offset = event.bodyOffset();
        return this;
    }

    /** Makes every field what a message that does not hold it leaves: 0, NaN, null or empty. */
    public ExecutionReport clear() {
        orderId(0).clientOrderId(0).groupId(0).tradeId(0).createTimeMs(0).updateTimeMs(0);
        remainingAmount(0).originalAmount(Double.NaN).price(Double.NaN).averagePrice(0);
        fillAmount(0).fillPrice(0).fee(Double.NaN).side(Side.BUY).orderType(OrderType.OTHER);
        status(null).request(null).isAccepted(false).isOutcomeOpen(false).isMaker(false);
        auxPrice(0).trailingDistance(0).flags(0);
        EventText.clear(buffer, offset + TEXT_OFFSET);
        EventText.clear(buffer, offset + FEE_CURRENCY_OFFSET);
        return this;
    }

    /** The venue's number of the order; 0 while it has none. */
    public long orderId() {
        return buffer.getLong(offset + ORDER_ID_OFFSET);
    }

    /** Sets {@link #orderId()}. */
    public ExecutionReport orderId(long id) {
        buffer.putLong(offset + ORDER_ID_OFFSET, id);
        return this;
    }

    /** The number that we, or another client of the account, gave it; 0 if none. */
    public long clientOrderId() {
        return buffer.getLong(offset + CLIENT_ORDER_ID_OFFSET);
    }

    /** Sets {@link #clientOrderId()}. */
    public ExecutionReport clientOrderId(long id) {
        buffer.putLong(offset + CLIENT_ORDER_ID_OFFSET, id);
        return this;
    }

    /** Group of the order; 0 if none. */
    public long groupId() {
        return buffer.getLong(offset + GROUP_ID_OFFSET);
    }

    /** Sets {@link #groupId()}. */
    public ExecutionReport groupId(long id) {
        buffer.putLong(offset + GROUP_ID_OFFSET, id);
        return this;
    }

    /** The venue's number of a fill; 0 unless the kind is FILL or FILL_FEE. */
    public long tradeId() {
        return buffer.getLong(offset + TRADE_ID_OFFSET);
    }

    /** Sets {@link #tradeId()}. */
    public ExecutionReport tradeId(long id) {
        buffer.putLong(offset + TRADE_ID_OFFSET, id);
        return this;
    }

    /**
     * When the order or fill was made, in ms since 1970 UTC by the venue's clock; 0 if not told.
     */
    public long createTimeMs() {
        return buffer.getLong(offset + CREATE_TIME_MS_OFFSET);
    }

    /** Sets {@link #createTimeMs()}. */
    public ExecutionReport createTimeMs(long timeMs) {
        buffer.putLong(offset + CREATE_TIME_MS_OFFSET, timeMs);
        return this;
    }

    /** When the order last changed, in ms since 1970 UTC by the venue's clock; 0 if not told. */
    public long updateTimeMs() {
        return buffer.getLong(offset + UPDATE_TIME_MS_OFFSET);
    }

    /** Sets {@link #updateTimeMs()}. */
    public ExecutionReport updateTimeMs(long timeMs) {
        buffer.putLong(offset + UPDATE_TIME_MS_OFFSET, timeMs);
        return this;
    }

    /** Amount still to be filled, in the base currency. */
    public double remainingAmount() {
        return buffer.getDouble(offset + REMAINING_AMOUNT_OFFSET);
    }

    /** Sets {@link #remainingAmount()}. */
    public ExecutionReport remainingAmount(double amount) {
        buffer.putDouble(offset + REMAINING_AMOUNT_OFFSET, amount);
        return this;
    }

    /** Amount that was ordered, in the base currency; NaN if not told. */
    public double originalAmount() {
        return buffer.getDouble(offset + ORIGINAL_AMOUNT_OFFSET);
    }

    /** Sets {@link #originalAmount()}. */
    public ExecutionReport originalAmount(double amount) {
        buffer.putDouble(offset + ORIGINAL_AMOUNT_OFFSET, amount);
        return this;
    }

    /**
     * Limit of the order, or for a market order the price at entry, in the quote currency; NaN if
     * not told.
     */
    public double price() {
        return buffer.getDouble(offset + PRICE_OFFSET);
    }

    /** Sets {@link #price()}. */
    public ExecutionReport price(double price) {
        buffer.putDouble(offset + PRICE_OFFSET, price);
        return this;
    }

    /** Average price of the fills so far, in the quote currency; 0 before the first. */
    public double averagePrice() {
        return buffer.getDouble(offset + AVERAGE_PRICE_OFFSET);
    }

    /** Sets {@link #averagePrice()}. */
    public ExecutionReport averagePrice(double price) {
        buffer.putDouble(offset + AVERAGE_PRICE_OFFSET, price);
        return this;
    }

    /** Amount of this fill, in the base currency; 0 unless the kind is FILL or FILL_FEE. */
    public double fillAmount() {
        return buffer.getDouble(offset + FILL_AMOUNT_OFFSET);
    }

    /** Sets {@link #fillAmount()}. */
    public ExecutionReport fillAmount(double amount) {
        buffer.putDouble(offset + FILL_AMOUNT_OFFSET, amount);
        return this;
    }

    /** Price of this fill, in the quote currency; 0 unless the kind is FILL or FILL_FEE. */
    public double fillPrice() {
        return buffer.getDouble(offset + FILL_PRICE_OFFSET);
    }

    /** Sets {@link #fillPrice()}. */
    public ExecutionReport fillPrice(double price) {
        buffer.putDouble(offset + FILL_PRICE_OFFSET, price);
        return this;
    }

    /** Fee of this fill, in {@link #feeCurrency()}, negative when paid; NaN while unknown. */
    public double fee() {
        return buffer.getDouble(offset + FEE_OFFSET);
    }

    /** Sets {@link #fee()}. */
    public ExecutionReport fee(double fee) {
        buffer.putDouble(offset + FEE_OFFSET, fee);
        return this;
    }

    /** Limit behind a stop, or the stop beside the limit of an OCO order; 0 for none. */
    public double auxPrice() {
        return buffer.getDouble(offset + AUX_PRICE_OFFSET);
    }

    /** Sets {@link #auxPrice()}. */
    public ExecutionReport auxPrice(double value) {
        buffer.putDouble(offset + AUX_PRICE_OFFSET, value);
        return this;
    }

    /** How far a trailing stop stays behind; 0 for none. */
    public double trailingDistance() {
        return buffer.getDouble(offset + TRAILING_DISTANCE_OFFSET);
    }

    /** Sets {@link #trailingDistance()}. */
    public ExecutionReport trailingDistance(double value) {
        buffer.putDouble(offset + TRAILING_DISTANCE_OFFSET, value);
        return this;
    }

    /** Sum of {@link io.hayate.model.OrderFlag}s. */
    public int flags() {
        return buffer.getInt(offset + FLAGS_OFFSET);
    }

    /** Sets {@link #flags()}. */
    public ExecutionReport flags(int value) {
        buffer.putInt(offset + FLAGS_OFFSET, value);
        return this;
    }

    /** The message that this report was made from. */
    public ReportKind kind() {
        return ReportKind.ofCode(buffer.getInt(offset + KIND_OFFSET));
    }

    /** Sets {@link #kind()}. */
    public ExecutionReport kind(ReportKind kind) {
        buffer.putInt(offset + KIND_OFFSET, kind.code());
        return this;
    }

    /** Side of the order, or of the fill. */
    public Side side() {
        return Side.ofSign(buffer.getInt(offset + SIDE_OFFSET));
    }

    /** Sets {@link #side()}. */
    public ExecutionReport side(Side side) {
        buffer.putInt(offset + SIDE_OFFSET, side.sign());
        return this;
    }

    /** Type of the order. */
    public OrderType orderType() {
        return OrderType.ofCode(buffer.getInt(offset + ORDER_TYPE_OFFSET));
    }

    /** Sets {@link #orderType()}. */
    public ExecutionReport orderType(OrderType type) {
        buffer.putInt(offset + ORDER_TYPE_OFFSET, type.code());
        return this;
    }

    /** What the status text of an order row means; null for other kinds. */
    public OrderStatus status() {
        return OrderStatus.ofCode(buffer.getInt(offset + STATUS_OFFSET));
    }

    /** Sets {@link #status()}. */
    public ExecutionReport status(OrderStatus status) {
        buffer.putInt(offset + STATUS_OFFSET, status == null ? 0 : status.code());
        return this;
    }

    /** Which request a REQUEST_ANSWER answers; null for other kinds. */
    public RequestKind request() {
        return RequestKind.ofCode(buffer.getInt(offset + REQUEST_OFFSET));
    }

    /** Sets {@link #request()}. */
    public ExecutionReport request(RequestKind request) {
        buffer.putInt(offset + REQUEST_OFFSET, request == null ? 0 : request.code());
        return this;
    }

    /** True when a REQUEST_ANSWER says SUCCESS. */
    public boolean isAccepted() {
        return buffer.getInt(offset + IS_ACCEPTED_OFFSET) != 0;
    }

    /** Sets {@link #isAccepted()}. */
    public ExecutionReport isAccepted(boolean accepted) {
        buffer.putInt(offset + IS_ACCEPTED_OFFSET, accepted ? 1 : 0);
        return this;
    }

    /** True when the venue refused the request. */
    public boolean isRefused() {
        return !isAccepted() && !isOutcomeOpen();
    }

    /** True when the venue refused a change as it knows no such order, or none any more. */
    public boolean isNotFound() {
        return kind() == ReportKind.REQUEST_ANSWER
                && request() != RequestKind.NEW_ORDER
                && isRefused()
                && (EventText.startsWith(NOT_FOUND, buffer, offset + TEXT_OFFSET)
                        || EventText.startsWith(NO_ORDER, buffer, offset + TEXT_OFFSET));
    }

    /** True when the venue's answer says neither, in words that we know, or cannot be true. */
    public boolean isOutcomeOpen() {
        return buffer.getInt(offset + IS_OUTCOME_OPEN_OFFSET) != 0;
    }

    /** Sets {@link #isOutcomeOpen()}. */
    public ExecutionReport isOutcomeOpen(boolean open) {
        buffer.putInt(offset + IS_OUTCOME_OPEN_OFFSET, open ? 1 : 0);
        return this;
    }

    /** True when this fill took no liquidity. */
    public boolean isMaker() {
        return buffer.getInt(offset + IS_MAKER_OFFSET) != 0;
    }

    /** Sets {@link #isMaker()}. */
    public ExecutionReport isMaker(boolean maker) {
        buffer.putInt(offset + IS_MAKER_OFFSET, maker ? 1 : 0);
        return this;
    }

    /** The venue's words: of the notification, or the status of the order row. Allocates. */
    public String text() {
        return EventText.get(buffer, offset + TEXT_OFFSET);
    }

    /** Sets {@link #text()}. */
    public ExecutionReport text(char[] text, int start, int length) {
        EventText.put(buffer, offset + TEXT_OFFSET, text, start, length);
        return this;
    }

    /** Sets {@link #text()}. */
    public ExecutionReport text(CharSequence text) {
        EventText.put(buffer, offset + TEXT_OFFSET, text);
        return this;
    }

    /** Copies the characters of {@link #text()}; returns how many. */
    public int copyText(MutableDirectBuffer target, int index) {
        return EventText.copy(buffer, offset + TEXT_OFFSET, target, index);
    }

    /** Copies the characters of {@link #feeCurrency()}; returns how many. */
    public int copyFeeCurrency(MutableDirectBuffer target, int index) {
        return EventText.copy(buffer, offset + FEE_CURRENCY_OFFSET, target, index);
    }

    /** Currency of the fee; empty while unknown. Allocates. */
    public String feeCurrency() {
        return EventText.get(buffer, offset + FEE_CURRENCY_OFFSET);
    }

    /** Sets {@link #feeCurrency()}. */
    public ExecutionReport feeCurrency(char[] text, int start, int length) {
        EventText.put(buffer, offset + FEE_CURRENCY_OFFSET, text, start, length);
        return this;
    }

    /** Sets {@link #feeCurrency()}. */
    public ExecutionReport feeCurrency(CharSequence text) {
        EventText.put(buffer, offset + FEE_CURRENCY_OFFSET, text);
        return this;
    }
}
