package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_LONG;

/**
 * The state of a perpetual: a flyweight over the body of an {@link Event}. A number that the venue left
 * out or gave as null is NaN, a time 0.
 *
 * <pre>
 * [MTS, _, DERIV_PRICE, SPOT_PRICE, _, INSURANCE_FUND_BALANCE, _, NEXT_FUNDING_EVT_MTS,
 *  NEXT_FUNDING_ACCRUED, NEXT_FUNDING_STEP, _, CURRENT_FUNDING, _, _, MARK_PRICE, _, _,
 *  OPEN_INTEREST, _, _, _, CLAMP_MIN, CLAMP_MAX]
 * </pre>
 */
public final class DerivativeStatus extends MarketData {
    private static final int TIME_OFFSET = 0;
    private static final int NEXT_FUNDING_TIME_OFFSET = TIME_OFFSET + SIZE_OF_LONG;
    private static final int PRICE_OFFSET = NEXT_FUNDING_TIME_OFFSET + SIZE_OF_LONG;
    private static final int SPOT_PRICE_OFFSET = PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int INSURANCE_OFFSET = SPOT_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int NEXT_FUNDING_OFFSET = INSURANCE_OFFSET + SIZE_OF_DOUBLE;
    private static final int NEXT_FUNDING_STEP_OFFSET = NEXT_FUNDING_OFFSET + SIZE_OF_DOUBLE;
    private static final int FUNDING_OFFSET = NEXT_FUNDING_STEP_OFFSET + SIZE_OF_DOUBLE;
    private static final int MARK_PRICE_OFFSET = FUNDING_OFFSET + SIZE_OF_DOUBLE;
    private static final int OPEN_INTEREST_OFFSET = MARK_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int CLAMP_MIN_OFFSET = OPEN_INTEREST_OFFSET + SIZE_OF_DOUBLE;
    private static final int CLAMP_MAX_OFFSET = CLAMP_MIN_OFFSET + SIZE_OF_DOUBLE;

    /** Bytes of the body that a status takes. */
    public static final int SIZE = CLAMP_MAX_OFFSET + SIZE_OF_DOUBLE;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public DerivativeStatus wrap(Event event) {
        point(event);
        return this;
    }

    /** When the venue computed it, in ms since 1970 UTC. */
    public long timeMs() {
        return getLong(TIME_OFFSET);
    }

    /** Sets {@link #timeMs()}. */
    public DerivativeStatus timeMs(long timeMs) {
        putLong(TIME_OFFSET, timeMs);
        return this;
    }

    /** When funding is paid next, in ms since 1970 UTC. */
    public long nextFundingTimeMs() {
        return getLong(NEXT_FUNDING_TIME_OFFSET);
    }

    /** Sets {@link #nextFundingTimeMs()}. */
    public DerivativeStatus nextFundingTimeMs(long timeMs) {
        putLong(NEXT_FUNDING_TIME_OFFSET, timeMs);
        return this;
    }

    /** Middle of the perpetual's own book, in the quote currency. */
    public double price() {
        return getDouble(PRICE_OFFSET);
    }

    /** Sets {@link #price()}. */
    public DerivativeStatus price(double price) {
        putDouble(PRICE_OFFSET, price);
        return this;
    }

    /** Price of what it is derived from, in the quote currency. */
    public double spotPrice() {
        return getDouble(SPOT_PRICE_OFFSET);
    }

    /** Sets {@link #spotPrice()}. */
    public DerivativeStatus spotPrice(double price) {
        putDouble(SPOT_PRICE_OFFSET, price);
        return this;
    }

    /** Money of the fund that takes the losses of liquidations, in the collateral currency. */
    public double insuranceFundBalance() {
        return getDouble(INSURANCE_OFFSET);
    }

    /** Sets {@link #insuranceFundBalance()}. */
    public DerivativeStatus insuranceFundBalance(double amount) {
        putDouble(INSURANCE_OFFSET, amount);
        return this;
    }

    /** Funding accrued for the next payment, as a part of one. */
    public double nextFundingAccrued() {
        return getDouble(NEXT_FUNDING_OFFSET);
    }

    /** Sets {@link #nextFundingAccrued()}. */
    public DerivativeStatus nextFundingAccrued(double rate) {
        putDouble(NEXT_FUNDING_OFFSET, rate);
        return this;
    }

    /** Accruals of funding, as the venue counts them. */
    public double nextFundingStep() {
        return getDouble(NEXT_FUNDING_STEP_OFFSET);
    }

    /** Sets {@link #nextFundingStep()}. */
    public DerivativeStatus nextFundingStep(double step) {
        putDouble(NEXT_FUNDING_STEP_OFFSET, step);
        return this;
    }

    /** Funding of the period that runs, as a part of one. */
    public double currentFunding() {
        return getDouble(FUNDING_OFFSET);
    }

    /** Sets {@link #currentFunding()}. */
    public DerivativeStatus currentFunding(double rate) {
        putDouble(FUNDING_OFFSET, rate);
        return this;
    }

    /** Price that decides on liquidations, in the quote currency. */
    public double markPrice() {
        return getDouble(MARK_PRICE_OFFSET);
    }

    /** Sets {@link #markPrice()}. */
    public DerivativeStatus markPrice(double price) {
        putDouble(MARK_PRICE_OFFSET, price);
        return this;
    }

    /** Contracts that are open in all. */
    public double openInterest() {
        return getDouble(OPEN_INTEREST_OFFSET);
    }

    /** Sets {@link #openInterest()}. */
    public DerivativeStatus openInterest(double amount) {
        putDouble(OPEN_INTEREST_OFFSET, amount);
        return this;
    }

    /** Average spread up to which no funding is paid, as a part of one. */
    public double clampMin() {
        return getDouble(CLAMP_MIN_OFFSET);
    }

    /** Sets {@link #clampMin()}. */
    public DerivativeStatus clampMin(double rate) {
        putDouble(CLAMP_MIN_OFFSET, rate);
        return this;
    }

    /** Cap of a funding payment, as a part of one. */
    public double clampMax() {
        return getDouble(CLAMP_MAX_OFFSET);
    }

    /** Sets {@link #clampMax()}. */
    public DerivativeStatus clampMax(double rate) {
        putDouble(CLAMP_MAX_OFFSET, rate);
        return this;
    }
}
