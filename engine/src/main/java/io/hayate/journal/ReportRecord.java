package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.event.EventText;
import io.hayate.event.ExecutionReport;
import org.agrona.MutableDirectBuffer;

/**
 * What the venue told of an order or a fill: a flyweight over the body of ANSWER, ROW, FILL and FEE.
 *
 * <pre>
 *   0 venue sequence 8 | group 8 | trade id 8 | create time ms 8 | update time ms 8
 *  40 remaining 8 | original 8 | price 8 | average price 8 | fill amount 8 | fill price 8 | fee 8
 *  96 receive time ns 8 | kind 4 | request 4 | status 4 | flags 4 | side 4 | order type 4
 * 128 text length 4 | fee currency length 4 | 136 text | fee currency
 * </pre>
 */
public final class ReportRecord {
    private static final int VENUE_SEQUENCE_OFFSET = 0;
    private static final int GROUP_ID_OFFSET = VENUE_SEQUENCE_OFFSET + SIZE_OF_LONG;
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
    private static final int RECEIVE_TIME_NS_OFFSET = FEE_OFFSET + SIZE_OF_DOUBLE;
    private static final int KIND_OFFSET = RECEIVE_TIME_NS_OFFSET + SIZE_OF_LONG;
    private static final int REQUEST_OFFSET = KIND_OFFSET + SIZE_OF_INT;
    private static final int STATUS_OFFSET = REQUEST_OFFSET + SIZE_OF_INT;
    private static final int FLAGS_OFFSET = STATUS_OFFSET + SIZE_OF_INT;
    private static final int SIDE_OFFSET = FLAGS_OFFSET + SIZE_OF_INT;
    private static final int ORDER_TYPE_OFFSET = SIDE_OFFSET + SIZE_OF_INT;
    private static final int TEXT_LENGTH_OFFSET = ORDER_TYPE_OFFSET + SIZE_OF_INT;
    private static final int FEE_CURRENCY_LENGTH_OFFSET = TEXT_LENGTH_OFFSET + SIZE_OF_INT;
    private static final int FIXED_BYTES = FEE_CURRENCY_LENGTH_OFFSET + SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Flag: the venue took the request. */
    public static final int ACCEPTED = 1;

    /** Flag: the answer says neither yes nor no in words that are known. */
    public static final int OUTCOME_OPEN = 2;

    /** Flag: the fill took no liquidity. */
    public static final int MAKER = 4;

    /** Points this flyweight at the body of a record that is being written, and clears it. */
    public ReportRecord wrap(MutableDirectBuffer target, int bodyOffset) {
        buffer = target;
        offset = bodyOffset;
        buffer.setMemory(offset, FIXED_BYTES, (byte) 0);
        return this;
    }

    /**
     * Points this flyweight at a record that was read; valid until the next one is.
     *
     * @throws JournalException when the record is too short for what it promises
     */
    public ReportRecord wrap(JournalRecord record) {
        record.requireBody(FIXED_BYTES);
        buffer = record.bytes();
        offset = JournalRecord.HEADER_BYTES;
        checkTexts(record);
        return this;
    }

    private void checkTexts(JournalRecord record) {
        long text = buffer.getInt(offset + TEXT_LENGTH_OFFSET);
        long currency = buffer.getInt(offset + FEE_CURRENCY_LENGTH_OFFSET);
        if (text < 0 || currency < 0) {
            throw new JournalException(
                    "record "
                            + record.number()
                            + " has texts of "
                            + text
                            + " and "
                            + currency
                            + " bytes");
        }
        record.requireBody(FIXED_BYTES + text + currency);
    }

    /** Bytes that are enough for any body. */
    public static int lengthMax() {
        return FIXED_BYTES + 2 * EventText.LENGTH_MAX;
    }

    /** Takes all that a report says; time and number of its frame come from its event. */
    public ReportRecord put(ExecutionReport report) {
        groupId(report.groupId()).tradeId(report.tradeId());
        createTimeMs(report.createTimeMs()).updateTimeMs(report.updateTimeMs());
        remainingAmount(report.remainingAmount()).originalAmount(report.originalAmount());
        price(report.price()).averagePrice(report.averagePrice());
        fillAmount(report.fillAmount()).fillPrice(report.fillPrice()).fee(report.fee());
        kind(report.kind().code());
        request(report.request() == null ? 0 : report.request().code());
        status(report.status() == null ? 0 : report.status().code());
        int accepted = report.isAccepted() ? ACCEPTED : 0;
        int open = report.isOutcomeOpen() ? OUTCOME_OPEN : 0;
        flags(accepted | open | (report.isMaker() ? MAKER : 0));
        side(report.side().sign()).orderType(report.orderType().code());
        int text = report.copyText(buffer, offset + FIXED_BYTES);
        buffer.putInt(offset + TEXT_LENGTH_OFFSET, text);
        int currency = report.copyFeeCurrency(buffer, offset + FIXED_BYTES + text);
        buffer.putInt(offset + FEE_CURRENCY_LENGTH_OFFSET, currency);
        return this;
    }

    /** The number that the venue gave the frame; negative where it gave none. */
    public long venueSequence() {
        return buffer.getLong(offset + VENUE_SEQUENCE_OFFSET);
    }

    /** Sets {@link #venueSequence()}. */
    public ReportRecord venueSequence(long value) {
        buffer.putLong(offset + VENUE_SEQUENCE_OFFSET, value);
        return this;
    }

    /** Group of the order; 0 for none. */
    public long groupId() {
        return buffer.getLong(offset + GROUP_ID_OFFSET);
    }

    /** Sets {@link #groupId()}. */
    public ReportRecord groupId(long value) {
        buffer.putLong(offset + GROUP_ID_OFFSET, value);
        return this;
    }

    /** The venue's number of the fill; 0 for none. */
    public long tradeId() {
        return buffer.getLong(offset + TRADE_ID_OFFSET);
    }

    /** Sets {@link #tradeId()}. */
    public ReportRecord tradeId(long value) {
        buffer.putLong(offset + TRADE_ID_OFFSET, value);
        return this;
    }

    /** When the order or fill was made, in ms by the clock of the venue; 0 if not told. */
    public long createTimeMs() {
        return buffer.getLong(offset + CREATE_TIME_MS_OFFSET);
    }

    /** Sets {@link #createTimeMs()}. */
    public ReportRecord createTimeMs(long value) {
        buffer.putLong(offset + CREATE_TIME_MS_OFFSET, value);
        return this;
    }

    /** When the order changed last, in ms by the same clock; 0 if not told. */
    public long updateTimeMs() {
        return buffer.getLong(offset + UPDATE_TIME_MS_OFFSET);
    }

    /** Sets {@link #updateTimeMs()}. */
    public ReportRecord updateTimeMs(long value) {
        buffer.putLong(offset + UPDATE_TIME_MS_OFFSET, value);
        return this;
    }

    /** Amount still to be filled, in the base currency. */
    public double remainingAmount() {
        return buffer.getDouble(offset + REMAINING_AMOUNT_OFFSET);
    }

    /** Sets {@link #remainingAmount()}. */
    public ReportRecord remainingAmount(double value) {
        buffer.putDouble(offset + REMAINING_AMOUNT_OFFSET, value);
        return this;
    }

    /** Amount that was ordered, in the base currency; NaN if not told. */
    public double originalAmount() {
        return buffer.getDouble(offset + ORIGINAL_AMOUNT_OFFSET);
    }

    /** Sets {@link #originalAmount()}. */
    public ReportRecord originalAmount(double value) {
        buffer.putDouble(offset + ORIGINAL_AMOUNT_OFFSET, value);
        return this;
    }

    /** Price of the order, in the quote currency; NaN if not told. */
    public double price() {
        return buffer.getDouble(offset + PRICE_OFFSET);
    }

    /** Sets {@link #price()}. */
    public ReportRecord price(double value) {
        buffer.putDouble(offset + PRICE_OFFSET, value);
        return this;
    }

    /** Average price of its fills, in the quote currency; 0 before the first. */
    public double averagePrice() {
        return buffer.getDouble(offset + AVERAGE_PRICE_OFFSET);
    }

    /** Sets {@link #averagePrice()}. */
    public ReportRecord averagePrice(double value) {
        buffer.putDouble(offset + AVERAGE_PRICE_OFFSET, value);
        return this;
    }

    /** Amount of this fill, in the base currency. */
    public double fillAmount() {
        return buffer.getDouble(offset + FILL_AMOUNT_OFFSET);
    }

    /** Sets {@link #fillAmount()}. */
    public ReportRecord fillAmount(double value) {
        buffer.putDouble(offset + FILL_AMOUNT_OFFSET, value);
        return this;
    }

    /** Price of this fill, in the quote currency. */
    public double fillPrice() {
        return buffer.getDouble(offset + FILL_PRICE_OFFSET);
    }

    /** Sets {@link #fillPrice()}. */
    public ReportRecord fillPrice(double value) {
        buffer.putDouble(offset + FILL_PRICE_OFFSET, value);
        return this;
    }

    /** Fee of this fill, negative when it is paid; NaN while not known. */
    public double fee() {
        return buffer.getDouble(offset + FEE_OFFSET);
    }

    /** Sets {@link #fee()}. */
    public ReportRecord fee(double value) {
        buffer.putDouble(offset + FEE_OFFSET, value);
        return this;
    }

    /** When the frame was read, in ns of {@link System#nanoTime()}. */
    public long receiveTimeNs() {
        return buffer.getLong(offset + RECEIVE_TIME_NS_OFFSET);
    }

    /** Sets {@link #receiveTimeNs()}. */
    public ReportRecord receiveTimeNs(long value) {
        buffer.putLong(offset + RECEIVE_TIME_NS_OFFSET, value);
        return this;
    }

    /** Which message it was: the code of a {@code ReportKind}. */
    public int kind() {
        return buffer.getInt(offset + KIND_OFFSET);
    }

    /** Sets {@link #kind()}. */
    public ReportRecord kind(int value) {
        buffer.putInt(offset + KIND_OFFSET, value);
        return this;
    }

    /** Which request is answered: its code; 0 for none. */
    public int request() {
        return buffer.getInt(offset + REQUEST_OFFSET);
    }

    /** Sets {@link #request()}. */
    public ReportRecord request(int value) {
        buffer.putInt(offset + REQUEST_OFFSET, value);
        return this;
    }

    /** Status that an order row tells: its code; 0 for none. */
    public int status() {
        return buffer.getInt(offset + STATUS_OFFSET);
    }

    /** Sets {@link #status()}. */
    public ReportRecord status(int value) {
        buffer.putInt(offset + STATUS_OFFSET, value);
        return this;
    }

    /** Sum of {@link #ACCEPTED}, {@link #OUTCOME_OPEN} and {@link #MAKER}. */
    public int flags() {
        return buffer.getInt(offset + FLAGS_OFFSET);
    }

    /** Sets {@link #flags()}. */
    public ReportRecord flags(int value) {
        buffer.putInt(offset + FLAGS_OFFSET, value);
        return this;
    }

    /** Side of the order: 1 to buy, -1 to sell. */
    public int side() {
        return buffer.getInt(offset + SIDE_OFFSET);
    }

    /** Sets {@link #side()}. */
    public ReportRecord side(int value) {
        buffer.putInt(offset + SIDE_OFFSET, value);
        return this;
    }

    /** Type of the order: its code. */
    public int orderType() {
        return buffer.getInt(offset + ORDER_TYPE_OFFSET);
    }

    /** Sets {@link #orderType()}. */
    public ReportRecord orderType(int value) {
        buffer.putInt(offset + ORDER_TYPE_OFFSET, value);
        return this;
    }

    /** The venue's words. Allocates. */
    public String text() {
        int length = buffer.getInt(offset + TEXT_LENGTH_OFFSET);
        return RecordText.get(buffer, offset + FIXED_BYTES, length);
    }

    /** Currency of the fee; empty while it is not known. Allocates. */
    public String feeCurrency() {
        int before = buffer.getInt(offset + TEXT_LENGTH_OFFSET);
        int length = buffer.getInt(offset + FEE_CURRENCY_LENGTH_OFFSET);
        return RecordText.get(buffer, offset + FIXED_BYTES + before, length);
    }

    /** Bytes of the whole body. */
    public int length() {
        return FIXED_BYTES
                + buffer.getInt(offset + TEXT_LENGTH_OFFSET)
                + buffer.getInt(offset + FEE_CURRENCY_LENGTH_OFFSET);
    }
}
