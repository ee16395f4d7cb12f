package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.number.ExactSum;

/**
 * What is held of one instrument, of the account or of one strategy: a flyweight over a part of {@link
 * HoldingRecord}.
 *
 * <pre>
 *  0 units 8 | fills 8 | estimated units 8 | mark 8 | mark time ms 8
 * 40 cost 16 | realised 16 | base fees 16 | quote fees 16 | 104 fees in the record's currency 16
 * </pre>
 */
public final class HeldPart {
    private static final int UNITS_OFFSET = 0;
    private static final int FILLS_OFFSET = UNITS_OFFSET + SIZE_OF_LONG;
    private static final int ESTIMATED_OFFSET = FILLS_OFFSET + SIZE_OF_LONG;
    private static final int MARK_OFFSET = ESTIMATED_OFFSET + SIZE_OF_LONG;
    private static final int MARK_TIME_OFFSET = MARK_OFFSET + SIZE_OF_DOUBLE;
    private static final int COST_OFFSET = MARK_TIME_OFFSET + SIZE_OF_LONG;
    private static final int REALISED_OFFSET = COST_OFFSET + 2 * SIZE_OF_LONG;
    private static final int BASE_FEES_OFFSET = REALISED_OFFSET + 2 * SIZE_OF_LONG;
    private static final int QUOTE_FEES_OFFSET = BASE_FEES_OFFSET + 2 * SIZE_OF_LONG;
    private static final int FEES_OFFSET = QUOTE_FEES_OFFSET + 2 * SIZE_OF_LONG;

    static final int BYTES = FEES_OFFSET + 2 * SIZE_OF_LONG;

    private final NamedBody body;
    private final int at;

    /** Of what this body points at, from there. */
    HeldPart(NamedBody body, int at) {
        this.body = body;
        this.at = at;
    }

    /** Bought less sold, in units of 1e-8 of the base currency. */
    public long units() {
        return body.getLong(at + UNITS_OFFSET);
    }

    /** Fills that were counted. */
    public long fills() {
        return body.getLong(at + FILLS_OFFSET);
    }

    /** Units whose price only an order row told. */
    public long estimatedUnits() {
        return body.getLong(at + ESTIMATED_OFFSET);
    }

    /** The last healthy price; means nothing without its time. */
    public double mark() {
        return body.getDouble(at + MARK_OFFSET);
    }

    /** When that was, in ms since 1970 UTC; 0 while there was none. */
    public long markTimeMs() {
        return body.getLong(at + MARK_TIME_OFFSET);
    }

    /** Sets amounts, and how many fills they are of. */
    public HeldPart amounts(long units, long fills, long estimatedUnits) {
        body.putLong(at + UNITS_OFFSET, units);
        body.putLong(at + FILLS_OFFSET, fills);
        body.putLong(at + ESTIMATED_OFFSET, estimatedUnits);
        return this;
    }

    /** Sets the last healthy price and its time. */
    public HeldPart marked(double mark, long timeMs) {
        body.putDouble(at + MARK_OFFSET, mark);
        body.putLong(at + MARK_TIME_OFFSET, timeMs);
        return this;
    }

    /** Sets the four sums. */
    public HeldPart putSums(
            ExactSum cost, ExactSum realised, ExactSum baseFees, ExactSum quoteFees) {
        body.putSum(at + COST_OFFSET, cost);
        body.putSum(at + REALISED_OFFSET, realised);
        body.putSum(at + BASE_FEES_OFFSET, baseFees);
        body.putSum(at + QUOTE_FEES_OFFSET, quoteFees);
        return this;
    }

    /** Puts what that has cost into a sum. */
    public ExactSum cost(ExactSum into) {
        return body.getSum(at + COST_OFFSET, into);
    }

    /** Puts the profit of what was closed into a sum. */
    public ExactSum realised(ExactSum into) {
        return body.getSum(at + REALISED_OFFSET, into);
    }

    /** Puts the fees in the base currency into a sum. */
    public ExactSum baseFees(ExactSum into) {
        return body.getSum(at + BASE_FEES_OFFSET, into);
    }

    /** Puts the fees in the quote currency into a sum. */
    public ExactSum quoteFees(ExactSum into) {
        return body.getSum(at + QUOTE_FEES_OFFSET, into);
    }

    /** Puts all fees in the {@link HoldingRecord#currency()} into a sum. */
    public ExactSum fees(ExactSum into) {
        return body.getSum(at + FEES_OFFSET, into);
    }

    /** Sets {@link #fees(ExactSum)}. */
    public HeldPart putFees(ExactSum sum) {
        body.putSum(at + FEES_OFFSET, sum);
        return this;
    }
}
